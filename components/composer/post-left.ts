import type { Stretch } from '@/lib/domain/conversation/post-length';
import { postLimit, postWeight } from '@/lib/domain/conversation/post-length';
import { piecesOf } from '../thread/links';

/** What still fits into a public post, and whether it holds a link, which its network may ask more for. */
export type PostLeft = { left: number; hasLink: boolean };

export function postLeft(text: string): PostLeft {
  const links = piecesOf(text).flatMap(({ href, start, text: shown }): Stretch[] =>
    href?.startsWith('http') ? [{ start, end: start + shown.length }] : [],
  );
  return { left: postLimit - postWeight(text, links), hasLink: links.length > 0 };
}
