import { createHash } from 'node:crypto';

export type Link = {
  start: number;
  end: number;
  url: string;
  expanded_url: string;
  display_url: string;
};
export type Mention = { start: number; end: number; username: string };

const URL_PATTERN = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/g;

/** A text as the network sends it out: links shortened, three signs escaped. Indices count code points. */
export function wireText(
  text: string,
  key: string,
  withEscapes: boolean,
): { text: string; urls: Link[] } {
  let out = '';
  let from = 0;
  const urls: Link[] = [];
  for (const found of text.matchAll(URL_PATTERN)) {
    out += escaped(text.slice(from, found.index), withEscapes);
    const url = shortLink(`${key}:${urls.length}`);
    const start = codePoints(out);
    const bare = found[0].replace(/^https?:\/\//, '');
    urls.push({
      start,
      end: start + url.length,
      url,
      expanded_url: found[0],
      display_url: bare.length > 30 ? `${bare.slice(0, 29)}…` : bare,
    });
    out += url;
    from = found.index + found[0].length;
  }
  return { text: out + escaped(text.slice(from), withEscapes), urls };
}

export function shortLink(key: string): string {
  return `https://t.co/${createHash('sha256').update(key).digest('base64url').replace(/[-_]/g, 'x').slice(0, 10)}`;
}

/** The accounts that a text names, with their places. */
export function mentionsIn(text: string): Mention[] {
  return [...text.matchAll(/(?<![A-Za-z0-9_@])@([A-Za-z0-9_]{1,15})(?![A-Za-z0-9_])/g)].map(
    (found) => {
      const start = codePoints(text.slice(0, found.index));
      return { start, end: start + codePoints(found[0]), username: `${found[1]}` };
    },
  );
}

export const codePoints = (text: string) => [...text].length;

function escaped(text: string, withEscapes: boolean): string {
  if (!withEscapes) return text;
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
