import type { AppConfig } from '../network';
import { address } from './address';

/** Where a file lies, and whether it is asked for in the account's name. */
export type Source = { url: string; asker: 'account' | 'nobody' };

/** X's public stores. What lies there is reached without a name, so none is given. */
const publicHosts: ReadonlySet<string> = new Set(['pbs.twimg.com', 'video.twimg.com']);

/** X's private store, which hands out nothing to OAuth 2.0; the API does, under the same three ids. */
const privateHosts: ReadonlySet<string> = new Set(['ton.twitter.com', 'ton.x.com']);
const privatePath = /^\/1\.1\/ton\/data\/dm\/(\d{1,20})\/(\d{1,20})\/([\w-]{1,64}(?:\.\w{1,8})?)$/;
const apiPath = /^\/2\/dm_conversations\/media\/\d{1,20}\/\d{1,20}\/[\w-]{1,64}(?:\.\w{1,8})?$/;

/** Where to ask for what came with a message; null for an address where we do not go. */
export function sourceOf(app: AppConfig, link: string): Source | null {
  const url = parsed(link);
  if (url?.username !== '' || url.password !== '') return null;
  if (url.origin === new URL(app.apiUrl).origin) return inApi(app, url.pathname);
  if (url.protocol !== 'https:' || url.port !== '') return null;
  if (publicHosts.has(url.hostname)) return { url: url.href, asker: 'nobody' };
  const kept = privateHosts.has(url.hostname) ? privatePath.exec(url.pathname) : null;
  return kept && inApi(app, `/2/dm_conversations/media/${kept.slice(1).join('/')}`);
}

function inApi(app: AppConfig, path: string): Source | null {
  return apiPath.test(path) ? { url: address(app, path), asker: 'account' } : null;
}

function parsed(link: string): URL | null {
  try {
    return new URL(link);
  } catch {
    return null;
  }
}
