import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { withWorkspace } from '@/db/client';
import { emails } from '@/db/schema/emails';
import type { MailProblem } from '@/lib/domain/notifications/mail-problems';

/** A letter in the hands of a worker. `leaseId` names the hold: who comes back late changes nothing. */
type Held = { workspaceId: string; letterId: string; leaseId: string };

function isHeld({ workspaceId, letterId, leaseId }: Held) {
  return and(
    eq(emails.workspaceId, workspaceId),
    eq(emails.letterId, letterId),
    eq(emails.leaseId, leaseId),
  );
}

const settled = { dueAt: null, leaseId: null } as const;

/** What is not told after all: it was read before, or is not wanted any more. */
export async function dropAllBut(
  tx: Tx,
  letter: Held,
  lines: readonly { id: string }[],
): Promise<void> {
  const told = lines.map(({ id }) => id);
  await tx
    .update(emails)
    .set({ ...settled, droppedAt: sql`clock_timestamp()` })
    .where(
      and(isHeld(letter), sql`not ${emails.notificationId} = any(${sql.param(told)}::uuid[])`),
    );
}

/** The server has taken it. */
export async function letterSent(letter: Held): Promise<void> {
  await change(letter, { ...settled, problem: null, sentAt: sql`clock_timestamp()` });
}

/** It did not leave: later again. */
export async function postponeLetter(
  letter: Held,
  { afterMs, problem }: { afterMs: number; problem: MailProblem },
): Promise<void> {
  const dueAt = sql`clock_timestamp() + ${afterMs} * interval '1 millisecond'`;
  await change(letter, { dueAt, leaseId: null, problem });
}

/** It will not leave; that stays to be read by an admin. */
export async function failLetter(letter: Held, problem: MailProblem): Promise<void> {
  await change(letter, { ...settled, problem, failedAt: sql`clock_timestamp()` });
}

async function change(letter: Held, to: Record<string, unknown>): Promise<void> {
  await withWorkspace(letter.workspaceId, (tx) => tx.update(emails).set(to).where(isHeld(letter)));
}
