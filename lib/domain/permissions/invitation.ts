import type { PermissionInput } from './input';
import { fresh, freshForMs } from './known';
import type { Remedy } from './remedies';
import { inboundRule } from './x-rules';

/**
 * What to offer so that they can begin: our link if our own door lets them in, as far as we know for
 * sure; else the advice to open it. Nobody is invited to a closed door.
 */
export function invitation(input: PermissionInput): Remedy {
  return { kind: mayReachUs(input) ? 'invite' : 'open_door' };
}

/**
 * Whether they may write to us, as far as we know. Who has written before has found the door open; else
 * what nobody knows, or what is too old, counts as no.
 */
function mayReachUs({ network, contact, now }: PermissionInput): boolean {
  if (contact.blockedByUs?.value || contact.blockedByThem?.value) return false;
  // Where no door is known, everybody may write: the network has no setting for a brand.
  if (network.rule !== 'x') return true;
  const ourDoor = fresh(network.ourDoor, freshForMs.door, now)?.value;
  if (ourDoor === undefined && contact.lastInboundAt !== null) return true;
  const relation = (known: typeof network.senderFollowsRecipient) =>
    fresh(known, freshForMs.relation, now)?.value ?? false;
  return inboundRule(network.ruleSet, {
    recipientFollowsSender: relation(network.senderFollowsRecipient),
    senderFollowsRecipient: relation(network.recipientFollowsSender),
    recipientHasWritten: contact.lastOutboundAt !== null,
    senderIsVerified: relation(network.recipientIsVerified),
    blockedEitherWay: false,
    recipientDoor: ourDoor ?? 'nobody',
  }).allow;
}
