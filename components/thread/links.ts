import { find } from 'linkifyjs';

export type Piece = { text: string; href: string | null; host: string | null; start: number };

const allowed = new Set(['http:', 'https:', 'mailto:']);

/**
 * A text cut at its links. Only http, https and mailto become links; `host` is told when the name
 * that is shown is not the name that is reached, as with letters of another alphabet.
 */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const link of find(text, { defaultProtocol: 'https' })) {
    const target = URL.canParse(link.href) ? new URL(link.href) : null;
    if (!target || !allowed.has(target.protocol)) continue;
    if (link.start > end) pieces.push(plain(text.slice(end, link.start), end));
    const host = hiddenHost(link.value, target);
    pieces.push({ text: link.value, href: target.href, host, start: link.start });
    end = link.end;
  }
  if (end < text.length) pieces.push(plain(text.slice(end), end));
  return pieces;
}

function plain(text: string, start: number): Piece {
  return { text, href: null, host: null, start };
}

/** Controls and joiners: not seen, and able to turn what is seen around. */
const unseen = /[\p{Cc}\p{Cf}]/u;

/** A name says where it leads only when it stands first, whole and alone. */
function hiddenHost(shown: string, { protocol, host, username, password }: URL): string | null {
  if (protocol === 'mailto:') return unseen.test(shown) ? host : null;
  const named = shown.toLowerCase().replace(/^https?:\/\//, '');
  const plain = named.startsWith(host) && username === '' && password === '';
  return plain && !unseen.test(shown) ? null : host;
}
