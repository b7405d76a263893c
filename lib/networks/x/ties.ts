import type { InboundEvent, RelationFact } from '../network';
import { ignored } from './mapper';
import { tie } from './payloads';
import { personIn } from './people';

/** What each event says of the two, by who did it: the person to the account, or the account to the person. */
const meanings: Readonly<
  Record<string, { theirs: RelationFact; ours: RelationFact; value: boolean }>
> = {
  follow: { theirs: 'recipientFollowsSender', ours: 'senderFollowsRecipient', value: true },
  unfollow: { theirs: 'recipientFollowsSender', ours: 'senderFollowsRecipient', value: false },
  block: { theirs: 'blockedByThem', ours: 'blockedByUs', value: true },
  unblock: { theirs: 'blockedByThem', ours: 'blockedByUs', value: false },
};

/** Somebody followed or blocked somebody, seen from the account that it was delivered for. `what` is the last word of its type. */
export function toRelation(
  raw: unknown,
  { account, what }: { account: string | undefined; what: string | undefined },
): InboundEvent {
  const { type, source, target, created_timestamp: at } = tie.parse(raw);
  const named = what ?? type ?? '';
  const meaning = meanings[named];
  if (!meaning) return ignored(named, 'unknown to this version');
  if (!account) return ignored(named, 'for no account');
  if (source.id === target.id || ![source.id, target.id].includes(account)) {
    return ignored(named, 'between two other accounts');
  }
  const isOurs = source.id === account;
  const other = isOurs ? target : source;
  return {
    kind: 'relation',
    channelExternalId: account,
    participant: personIn({ [other.id]: other }, other.id),
    fact: isOurs ? meaning.ours : meaning.theirs,
    value: meaning.value,
    ...(at && { at }),
  };
}
