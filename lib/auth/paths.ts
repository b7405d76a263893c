/** What proxy.ts tells a page about its own address: path and search. */
export const PATH_HEADER = 'x-porchlight-path';

/** Where people land who asked for nothing in particular. */
export const HOME = '/inbox/mine';

/** Where to go after signing in: a path of our own, or home. Never another site, however it is spelt. */
export function pathAfterSignIn(next: string | undefined): string {
  if (next === undefined || !next.startsWith('/')) return HOME;
  const ours = 'http://porchlight.invalid';
  const url = URL.canParse(next, ours) ? new URL(next, ours) : null;
  if (url === null || url.origin !== ours || url.pathname.startsWith('//')) return HOME;
  return url.pathname === '/' ? HOME : `${url.pathname}${url.search}`;
}
