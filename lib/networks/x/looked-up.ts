import type { LookedUpMessage, Person } from '../network';
import { lookedUpAttachments } from './attachments';
import type { XLookedUpMessage, XMedia } from './payloads';
import { plainText } from './text';

/** What a page says beside its messages. */
export type Included = { people: ReadonlyMap<string, Person>; media: readonly XMedia[] };

/** Whose page it is, and with whom, when the look-up was about one person. */
export type Viewpoint = { account: string; person?: string };

/** A message of the page as the account sees it. Undefined for groups and for foreign conversations. */
export function findMessage(
  raw: XLookedUpMessage,
  { account, person }: Viewpoint,
  included: Included,
): LookedUpMessage | undefined {
  const other = otherSide(raw, account) ?? (raw.dm_conversation_id ? undefined : person);
  if (other === undefined) return undefined;
  const links = (raw.entities?.urls ?? raw.urls ?? []).map(({ url, expanded_url }) => ({
    url,
    expandedUrl: expanded_url,
  }));
  const keys = raw.attachments?.media_keys ?? [];
  return {
    kind: 'message',
    channelExternalId: account,
    direction: raw.sender_id === account ? 'outbound' : 'inbound',
    externalId: raw.id,
    participant: included.people.get(other) ?? { externalId: other },
    text: plainText(raw.text, links, keys.length > 0 ? {} : undefined),
    attachments: lookedUpAttachments(keys, included.media),
    at: timeOf(raw),
  };
}

/**
 * Look-ups round to the second, deliveries do not, and both must sort together. The id holds the
 * time as well: where the two agree on the second, the id is the finer clock.
 */
export function timeOf({ id, created_at: createdAt }: XLookedUpMessage): Date {
  const inId = Number((BigInt(id) >> 22n) + EPOCH_MS);
  const sinceSecond = inId - createdAt.getTime();
  const isRounded = createdAt.getUTCMilliseconds() === 0;
  return isRounded && sinceSecond > 0 && sinceSecond < 1_000 ? new Date(inId) : createdAt;
}

/** Where the ids of X begin to count. */
const EPOCH_MS = 1_288_834_974_657n;

/** A conversation of two is named by both ids. */
function otherSide({ dm_conversation_id, sender_id }: XLookedUpMessage, account: string) {
  if (dm_conversation_id === undefined) return sender_id === account ? undefined : sender_id;
  const [a, b, ...more] = dm_conversation_id.split('-');
  if (a === undefined || b === undefined || more.length > 0) return undefined;
  if (a === account) return b;
  return b === account ? a : undefined;
}
