import type { Role } from '@/lib/domain/access/can';
import type { Reply } from '../wire';
import { resultIn } from './actions';
import type { Visitor } from './matrix-table';
import { CANARY } from './neighbour';

export type Whose = 'own' | 'foreign' | 'missing';

/** What is wrong with an action's answer; undefined when it is as the matrix says. */
export function judge(
  reply: Reply,
  line: { may: readonly Role[]; visitor: Visitor; whose: Whose; namesNothing: boolean },
): string | undefined {
  const { visitor } = line;
  if (reply.status >= 500) return `status ${reply.status}`;
  if (visitor !== 'neighbour' && reply.body.includes(CANARY)) return 'told of the neighbour';
  const code = refusalIn(reply)?.code ?? 'done';
  return rightCodes(line)(code) ? undefined : `answered ${code} (${reply.status})`;
}

function rightCodes({
  may,
  visitor,
  whose,
  namesNothing,
}: Parameters<typeof judge>[1]): (code: string) => boolean {
  if (visitor === 'nobody') return (code) => code === 'unauthenticated';
  if (visitor === 'removed') return (code) => code === 'unauthenticated' || code === 'forbidden';
  const allowed = visitor === 'neighbour' || may.some((role) => role === visitor);
  if (!allowed) return (code) => code === 'forbidden';
  const theirs = visitor === 'neighbour' || whose !== 'own';
  // What names no object has none of anybody else: whoever may, does.
  if (theirs && !namesNothing) return (code) => code === 'not_found';
  return (code) => code === 'done' || code === 'conflict';
}

/** The refusal in an action's answer. */
export function refusalIn(reply: Reply): { code: string; message: string } | undefined {
  const result = resultIn(reply);
  if (!result) return undefined;
  const [one] = result.ok ? refusedOf(result.value) : [result.refusal];
  return one && { code: one.code, message: one.message };
}

/** Decisions about many are refused one by one, within an answer that is well. */
function refusedOf(value: unknown): { code: string; message: string }[] {
  if (typeof value !== 'object' || value === null || !('refused' in value)) return [];
  return value.refused as { code: string; message: string }[];
}
