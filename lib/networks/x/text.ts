import { decodeEntities, storable } from '@/lib/domain/delivery/normalise';

/** A link in a text: the short form that stands there and what it leads to. */
export type Link = { url: string; expandedUrl?: string | undefined };

const shortLink = /https?:\/\/t\.co\/[A-Za-z0-9]+/g;
const ownMedia =
  /^https?:\/\/(?:(?:www\.)?(?:twitter|x)\.com\/(?:messages\/media\/|\S+\/(?:photo|video)\/)|ton\.(?:twitter|x)\.com\/)/;

/**
 * The text as the person wrote it: links in full, entities decoded once, without the link that X
 * appends for an attachment, and storable.
 */
export function plainText(raw: string, links: readonly Link[], media?: { url?: string }): string {
  const text = media ? withoutMediaLink(raw, links, media.url) : raw;
  const expanded = new Map(links.map((link) => [link.url, link.expandedUrl]));
  let plain = '';
  let end = 0;
  for (const { 0: link, index } of text.matchAll(shortLink)) {
    plain += decodeEntities(text.slice(end, index)) + (expanded.get(link) ?? link);
    end = index + link.length;
  }
  return storable(plain + decodeEntities(text.slice(end)));
}

function withoutMediaLink(raw: string, links: readonly Link[], mediaUrl?: string): string {
  const [tail, link] = /\s?(https?:\/\/t\.co\/[A-Za-z0-9]+)\s*$/.exec(raw) ?? [];
  if (tail === undefined || link === undefined) return raw;
  return isMediaLink(link, links, mediaUrl) ? raw.slice(0, raw.length - tail.length) : raw;
}

function isMediaLink(link: string, links: readonly Link[], mediaUrl?: string): boolean {
  const target = links.find(({ url }) => url === link)?.expandedUrl;
  if (target !== undefined && ownMedia.test(target)) return true;
  return mediaUrl === undefined ? target === undefined : link === mediaUrl;
}
