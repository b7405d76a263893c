import 'server-only';
import { clientAddress } from './auth/client-address';
import { followLink } from './commands/link/follow';
import { referenceOf, wordsWith } from './domain/channel/message-link';
import { env } from './env';
import { allowance } from './http/allowance';
import { appConfig, findNetwork } from './networks/registry';
import { processWide } from './process-wide';

const A_MINUTE_MS = 60_000;
/** A person follows a few; whoever tries references one by one needs millions. */
const MOST_A_MINUTE = 60;

const visitors = processWide('link visitors', () => ({
  take: allowance({ most: MOST_A_MINUTE, windowMs: A_MINUTE_MS }),
}));

/** Where on its network somebody is sent who follows a "message us" link from outside. */
export async function followTo(
  typed: string,
  request: Request,
): Promise<{ to: string } | 'nowhere' | 'too_many'> {
  const reference = referenceOf(typed);
  if (reference === undefined) return 'nowhere';
  const address = clientAddress(request.headers, env().TRUSTED_PROXY_HOPS);
  if (address !== null && !visitors.take(address, Date.now())) return 'too_many';
  const found = await followLink(reference, { counted: isFollowed(request) });
  const network = found && findNetwork(found.network);
  if (!network) return 'nowhere';
  const { externalId, firstWords, inUse } = found;
  const text = inUse ? wordsWith(firstWords, reference) : firstWords;
  return { to: network.messageLink(appConfig(found.network, env()), { externalId, text }) };
}

/** A browser that looks ahead, and whoever only asks for the headers, follows nothing. */
function isFollowed({ method, headers }: Request): boolean {
  const purpose = headers.get('sec-purpose') ?? headers.get('purpose') ?? '';
  return method === 'GET' && !purpose.includes('prefetch');
}
