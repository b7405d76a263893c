import type { Decision } from './decide';
import { decide, factsAbout } from './decide';
import { refuse } from './finding';
import type { PermissionInput } from './input';
import { invitation } from './invitation';

/** How a public complaint can go on in private: written to, invited by a public post, or what must change first. */
export type PrivateWay = { kind: 'write' | 'invite' } | { kind: 'none'; decision: Decision };

type Asked = {
  /** The question whether we may write to them in private. */
  input: PermissionInput;
  /** Whether we may answer in public: an invitation is such an answer. */
  publicly: Decision;
  /** There is a private conversation of the two. */
  hasPrivate: boolean;
};

/** The first that is open: what needs nothing of them, then what they must do, then what somebody must change. */
export function privateWay({ input, publicly, hasPrivate }: Asked): PrivateWay {
  const privately = decide(input);
  if (hasPrivate && privately.verdict !== 'refuse') return { kind: 'write' };
  // Who is gone, blocked or has opted out is not invited either.
  if (
    privately.verdict === 'refuse' &&
    privately.layer !== 'network' &&
    privately.layer !== 'brand'
  ) {
    return { kind: 'none', decision: privately };
  }
  if (invitation(input).kind !== 'invite') {
    const closed = refuse('OUR_DOOR_CLOSED', { kind: 'open_door' }, { kind: 'ask_to_follow' });
    return { kind: 'none', decision: { ...closed, layer: 'network', facts: factsAbout(input) } };
  }
  return publicly.verdict === 'allow' ? { kind: 'invite' } : { kind: 'none', decision: publicly };
}
