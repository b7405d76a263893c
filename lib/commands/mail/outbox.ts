import 'server-only';
import { and, eq, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Tx } from '@/db/client';
import { withSystem, withWorkspace } from '@/db/client';
import { emails } from '@/db/schema/emails';
import { members } from '@/db/schema/workspaces';
import type { MemberSettings } from '@/lib/domain/member/settings';
import type { NotificationChoices } from '@/lib/domain/notifications/choices';
import { productChoices, quietEnd, tells } from '@/lib/domain/notifications/choices';
import { dropAllBut } from './settle';
import type { UnreadLine } from './unread';
import { unreadOf } from './unread';

/** Somebody to whom something is due; with the letter when it was begun before. */
export type MailPlace = { workspaceId: string; memberId: string; letterId: string | null };

/** A letter in the hands of this worker. */
export type HeldLetter = {
  workspaceId: string;
  memberId: string;
  letterId: string;
  leaseId: string;
  tries: number;
  to: { name: string; address: string };
  workspaceName: string;
  choices: NotificationChoices;
  lines: UnreadLine[];
};

/** To whom something is due by the database's clock, and how many milliseconds later the next follows. */
export async function mailDue(
  limit: number,
): Promise<{ due: MailPlace[]; nextInMs: number | null }> {
  const { rows } = await withSystem(
    (tx) =>
      tx.execute<MailPlace & { inMs: number }>(sql`
        select workspace_id as "workspaceId", member_id as "memberId", letter_id as "letterId",
          extract(epoch from min(due_at) - clock_timestamp())::float8 * 1000 as "inMs"
        from (select * from (
            select workspace_id, member_id, letter_id, due_at from emails
            where due_at is not null order by due_at limit ${MOST_LOOKED_AT}) first) due
        group by 1, 2, 3 order by 4 limit ${limit + 1}`),
    'read',
  );
  const due = rows.filter(({ inMs }) => inMs <= 0).slice(0, limit);
  return { due, nextInMs: rows[due.length]?.inMs ?? null };
}

const MOST_LOOKED_AT = 2_000;

type Holding = { leaseMs: number; at?: Date };

/**
 * Takes the letter to one member: all that is due to them, with what happened since, or again what an
 * attempt before it was made of. Null when there is nothing to send now: it was read meanwhile, the
 * member rests until their quiet hours end, or another worker is at it.
 */
export async function holdLetter(
  place: MailPlace,
  { leaseMs, at }: Holding,
): Promise<HeldLetter | null> {
  return await withWorkspace(place.workspaceId, async (tx) => {
    const reader = await readerOf(tx, place);
    if (!reader) return null;
    const now = at ?? new Date(reader.now);
    const until = quietEnd(reader.choices.quiet, now);
    if (until > now) {
      await restUntil(tx, place, until);
      return null;
    }
    const taken = await take(tx, place, leaseMs);
    if (!taken) return null;
    const unread = await unreadOf(tx, place, taken.notificationIds);
    const lines = unread.filter(
      ({ kind }) => !reader.removed && tells(reader.choices, kind, 'email'),
    );
    await dropAllBut(tx, taken.letter, lines);
    if (lines.length === 0) return null;
    const { name, email: address, workspaceName, choices } = reader;
    return { ...taken.letter, to: { name, address }, workspaceName, choices, lines };
  });
}

type ReaderRow = {
  name: string;
  email: string;
  settings: MemberSettings;
  removed: boolean;
  now: string;
  workspaceName: string;
};

/** Locked, so that two workers do not share out between them what is one letter. */
async function readerOf(tx: Tx, { workspaceId, memberId }: MailPlace) {
  const { rows } = await tx.execute<ReaderRow>(sql`
    select m.name, m.email, m.settings, m.removed_at is not null as removed,
      clock_timestamp()::text as now,
      (select w.name from workspaces w where w.id = m.workspace_id) as "workspaceName"
    from ${members} m where m.workspace_id = ${workspaceId} and m.id = ${memberId}
    for no key update of m skip locked`);
  const [row] = rows;
  return row && { ...row, choices: { ...productChoices, ...row.settings.notifications } };
}

function ofMember({ workspaceId, memberId }: MailPlace) {
  return and(eq(emails.workspaceId, workspaceId), eq(emails.memberId, memberId));
}

async function restUntil(tx: Tx, place: MailPlace, until: Date): Promise<void> {
  const free = or(isNull(emails.leaseId), lte(emails.dueAt, sql`clock_timestamp()`));
  await tx
    .update(emails)
    .set({ dueAt: until.toISOString(), leaseId: null })
    .where(and(ofMember(place), lte(emails.dueAt, until.toISOString()), free));
}

/** What makes up the letter: of a new one also what is not due yet, of one begun before what it was. */
async function take(tx: Tx, place: MailPlace, leaseMs: number) {
  const isDue = lte(emails.dueAt, sql`clock_timestamp()`);
  const ofLetter =
    place.letterId === null
      ? and(isNull(emails.letterId), isNotNull(emails.dueAt))
      : and(eq(emails.letterId, place.letterId), isDue);
  const [first] = await tx
    .select({ tries: emails.tries })
    .from(emails)
    .where(and(ofMember(place), ofLetter, isDue))
    .limit(1);
  if (!first) return null;
  const { workspaceId, memberId } = place;
  const letterId = place.letterId ?? uuid();
  const letter = { workspaceId, memberId, letterId, leaseId: uuid(), tries: first.tries + 1 };
  const rows = await tx
    .update(emails)
    .set({
      letterId,
      leaseId: letter.leaseId,
      tries: letter.tries,
      dueAt: sql`clock_timestamp() + ${leaseMs} * interval '1 millisecond'`,
    })
    .where(and(ofMember(place), ofLetter))
    .returning({ notificationId: emails.notificationId });
  return { letter, notificationIds: rows.map(({ notificationId }) => notificationId) };
}
