import type { Door, XRuleSet } from './x-rules';
import { inboundRule } from './x-rules';

/** What decides whether somebody may write to us, and of how many people it is so. Null: nobody knows. */
export type Kind = {
  weFollow: boolean | null;
  theyFollow: boolean | null;
  weWrote: boolean;
  isVerified: boolean | null;
  /** Either way, as far as we know: then no door lets them in. */
  isBlocked: boolean;
  count: number;
};

/**
 * How many of the people one knows a change of the door lets in or shuts out, and whose standing it
 * leaves. Each is counted once. `perhaps` are those of whom too little is known on one side of it.
 */
export type DoorEffect = {
  known: number;
  gained: number;
  perhapsGained: number;
  lost: number;
  perhapsLost: number;
  admitted: number;
  refused: number;
  unclear: number;
};

type Word = 'yes' | 'no' | 'unclear';

const columns: Record<`${Word} ${Word}`, keyof DoorEffect> = {
  'no yes': 'gained',
  'unclear yes': 'perhapsGained',
  'no unclear': 'perhapsGained',
  'yes no': 'lost',
  'unclear no': 'perhapsLost',
  'yes unclear': 'perhapsLost',
  'yes yes': 'admitted',
  'no no': 'refused',
  'unclear unclear': 'unclear',
};

/** Counts what another door would change. `from` is null while nobody knows how the door is now. */
export function doorEffect(
  ruleSet: XRuleSet,
  { from, to }: { from: Door | null; to: Door },
  kinds: readonly Kind[],
): DoorEffect {
  const effect: DoorEffect = {
    known: 0,
    gained: 0,
    perhapsGained: 0,
    lost: 0,
    perhapsLost: 0,
    admitted: 0,
    refused: 0,
    unclear: 0,
  };
  for (const kind of kinds) {
    const now = from === null ? whateverTheDoor(ruleSet, kind) : word(ruleSet, from, kind);
    effect.known += kind.count;
    effect[columns[`${now} ${word(ruleSet, to, kind)}`]] += kind.count;
  }
  return effect;
}

/** Every fact but a block can only help: if the unknown ones say the same as no and as yes, that is the answer. */
function word(ruleSet: XRuleSet, door: Door, kind: Kind): Word {
  const atLeast = admits(ruleSet, door, kind, false);
  const atMost = admits(ruleSet, door, kind, true);
  if (atLeast !== atMost) return 'unclear';
  return atLeast ? 'yes' : 'no';
}

function whateverTheDoor(ruleSet: XRuleSet, kind: Kind): Word {
  const closed = word(ruleSet, 'nobody', kind);
  return closed === word(ruleSet, 'everyone', kind) ? closed : 'unclear';
}

function admits(ruleSet: XRuleSet, door: Door, kind: Kind, unknown: boolean): boolean {
  return inboundRule(ruleSet, {
    recipientFollowsSender: kind.weFollow ?? unknown,
    senderFollowsRecipient: kind.theyFollow ?? unknown,
    recipientHasWritten: kind.weWrote,
    senderIsVerified: kind.isVerified ?? unknown,
    blockedEitherWay: kind.isBlocked,
    recipientDoor: door,
  }).allow;
}
