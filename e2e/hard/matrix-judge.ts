import type { Role } from '@/lib/domain/access/can';
import type { Reply } from '../wire';
import { resultIn } from './actions';
import type { Visitor } from './matrix-table';
import { CANARY } from './neighbour';

export type Whose = 'own' | 'foreign' | 'missing';

/** What is wrong with an action's answer; undefined when it is as the matrix says. */
export function judge(
  reply: Reply,
  { may, visitor, whose }: { may: readonly Role[]; visitor: Visitor; whose: Whose },
): string | undefined {
  if (reply.status >= 500) return `status ${reply.status}`;
  if (visitor !== 'neighbour' && reply.body.includes(CANARY)) return 'told of the neighbour';
  const code = refusalIn(reply)?.code ?? 'done';
  const right = rightCodes(may, visitor, whose);
  return right(code, reply) ? undefined : `answered ${code} (${reply.status})`;
}

type Test = (code: string, reply: Reply) => boolean;

function rightCodes(may: readonly Role[], visitor: Visitor, whose: Whose): Test {
  if (visitor === 'nobody') return (code) => code === 'unauthenticated';
  if (visitor === 'removed') return (code) => code === 'unauthenticated' || code === 'forbidden';
  const allowed = visitor === 'neighbour' || may.some((role) => role === visitor);
  if (!allowed) return (code) => code === 'forbidden';
  const theirs = visitor === 'neighbour' || whose !== 'own';
  // An invitation names no object: whoever may invite, invites.
  if (theirs) return (code, reply) => code === 'not_found' || (code === 'done' && invites(reply));
  return (code) => code === 'done' || code === 'conflict';
}

function invites(reply: Reply): boolean {
  return reply.body.includes('/invite/');
}

/** The refusal in an action's answer. */
export function refusalIn(reply: Reply): { code: string; message: string } | undefined {
  const result = resultIn(reply);
  if (!result || result.ok) return undefined;
  const { code, message } = result.refusal;
  return { code, message };
}
