import 'server-only';
import { and, arrayOverlaps, eq, isNull, sql } from 'drizzle-orm';
import { withSystem, withWorkspace } from '@/db/client';
import { replyVersions } from '@/db/schema/replies';
import { members } from '@/db/schema/workspaces';
import { holdersOf } from '@/lib/domain/access/can';
import type { EventDraft } from '@/lib/domain/conversation/events';
import { dueOf, remindersDue } from '@/lib/domain/replies/due';
import { led } from '@/lib/domain/replies/state';
import type { CommandContext, Outcome } from '../command';
import { asSystem } from '../command';
import { settleRecall } from './hold-recalled';
import { comeIntoUse, publishedNow } from './into-use';
import { isReadEnough } from './read-enough';
import type { Held } from './version-for';
import { findVersion, isoOf, isVersion, timed, versionEvent } from './version-for';

/** A version whose instant has come; the system role sees ids and times, never a word of it. */
export type DueVersion = { workspaceId: string; versionId: string };

/**
 * The versions whose instant has come by the database's clock, the longest due first, and how many milliseconds later
 * the next one follows; null when nothing else waits.
 */
export async function versionsDue(
  limit: number,
): Promise<{ due: DueVersion[]; nextInMs: number | null }> {
  const { rows } = await withSystem(
    (tx) =>
      tx.execute<DueVersion & { inMs: number }>(sql`
        select workspace_id as "workspaceId", id as "versionId",
          extract(epoch from due_at - clock_timestamp())::float8 * 1000 as "inMs"
        from reply_versions where due_at is not null
        order by due_at limit ${limit + 1}`),
    'read',
  );
  const due = rows.filter(({ inMs }) => inMs <= 0).slice(0, limit);
  return { due, nextInMs: rows[due.length]?.inMs ?? null };
}

/** What was done with it; `nothing` when somebody else did it, or its instant was moved. */
export type Settled = 'published' | 'expired' | 'reminded' | 'recalled' | 'left' | 'nothing';

/** Publishes, ends or reminds of one version whose instant has come, or settles its recall. */
export async function settleDue(place: DueVersion): Promise<Settled> {
  const settled = await settleByTheClock(place);
  if (settled !== 'recalled') return settled;
  // It stays due until all of it is held back: what a worker that died has left, the next one finds.
  await settleRecall(place.workspaceId, place.versionId);
  await putAway(place);
  return settled;
}

/** In one transaction, under the lock on its reply. */
function settleByTheClock({ workspaceId, versionId }: DueVersion): Promise<Settled> {
  return asSystem(workspaceId, async (context): Promise<Outcome<Settled>> => {
    const held = await findVersion(context, versionId);
    const due = held && isoOf(held.version.dueAt);
    if (!held || due === null || due === undefined || due > held.now) {
      return { value: 'nothing', events: [] };
    }
    if (held.version.state === 'recalled') return { value: 'recalled', events: [] };
    if (held.version.state === 'approved') return await comeAtItsTime(context, held);
    const until = isoOf(held.version.validUntil);
    if (until !== null && until <= held.now) return await expire(context, held);
    return await remind(context, held);
  });
}

async function putAway({ workspaceId, versionId }: DueVersion): Promise<void> {
  await withWorkspace(workspaceId, (tx) =>
    tx
      .update(replyVersions)
      .set({ dueAt: null })
      .where(and(isVersion(workspaceId, versionId), eq(replyVersions.state, 'recalled'))),
  );
}

/** Lets others pass one over which there is trouble: its instant comes again later. */
export async function putOffDue(
  { workspaceId, versionId }: DueVersion,
  forMs: number,
): Promise<void> {
  await withWorkspace(workspaceId, (tx) =>
    tx
      .update(replyVersions)
      .set({ dueAt: sql`clock_timestamp() + ${forMs} * interval '1 millisecond'` })
      .where(
        sql`${isVersion(workspaceId, versionId)} and ${replyVersions.dueAt} <= clock_timestamp()`,
      ),
  );
}

type Context = CommandContext<null>;

/** Where its time went by, or a newer one is in use, it stays approved and waits for nothing. */
async function comeAtItsTime(context: Context, held: Held): Promise<Outcome<Settled>> {
  const { version } = held;
  const ended = await endWhatIsOver(context, held);
  if (!(await mayStillCome(context, held))) {
    await update(context, held, { scheduled: false, publishedBy: null, dueAt: null });
    return { value: 'left', events: [...ended, versionEvent('reply.changed', version)] };
  }
  const events = await comeIntoUse(context, held, version.publishedBy);
  return { value: 'published', events: [...ended, ...events], nudges: ['replies'] };
}

/** Where one ends at the instant at which another begins, no order says which is taken first: what is over stops nobody. */
async function endWhatIsOver(context: Context, held: Held): Promise<readonly EventDraft[]> {
  const published = await publishedNow(context, held.version);
  const until = published && isoOf(published.validUntil);
  if (!(published && until) || until > held.now) return [];
  return (await expire(context, { ...held, version: published })).events;
}

async function mayStillCome(context: Context, held: Held): Promise<boolean> {
  const { version, reply, now } = held;
  const until = isoOf(version.validUntil);
  if (reply.archivedAt !== null || (until !== null && until <= now)) return false;
  const published = await publishedNow(context, version);
  if (published && published.number > version.number) return false;
  return await isReadEnough(context, held);
}

async function expire(context: Context, held: Held): Promise<Outcome<Settled>> {
  const { version, now } = held;
  if (version.state !== 'published') {
    await update(context, held, { dueAt: null });
    return { value: 'left', events: [] };
  }
  const state = led(version.state, 'expire');
  await update(context, held, { state, endedAt: now, dueAt: null });
  return { value: 'expired', events: [versionEvent('reply.ended', version, { to: state })] };
}

/** Each kind once, however many of them a worker that slept has missed. */
async function remind(context: Context, held: Held): Promise<Outcome<Settled>> {
  const { reply, version, now } = held;
  const reminders = remindersDue(timed(version), now);
  const dueAt = dueOf({ ...timed(version), remindedFor: now });
  await update(context, held, { remindedFor: now, dueAt });
  const told = reminders.length > 0 ? await whomToRemind(context, reply.ownerId) : [];
  const events = reminders.flatMap((about) =>
    told.map(
      (memberId): EventDraft => ({
        ...versionEvent('reply.due', version, { for: about }),
        memberId,
      }),
    ),
  );
  return { value: 'reminded', events, nudges: ['replies'] };
}

/** Its owner; once they have left, or write no replies any more, whoever could take it on. */
async function whomToRemind({ tx, workspaceId }: Context, ownerId: string): Promise<string[]> {
  const writers = await tx
    .select({ id: members.id })
    .from(members)
    .where(
      and(
        eq(members.workspaceId, workspaceId),
        isNull(members.removedAt),
        arrayOverlaps(members.roles, [...holdersOf('reply.write')]),
      ),
    );
  const ids = writers.map(({ id }) => id);
  return ids.includes(ownerId) ? [ownerId] : ids;
}

async function update(
  { tx, workspaceId }: Context,
  { version }: Held,
  values: Partial<typeof replyVersions.$inferInsert>,
): Promise<void> {
  await tx.update(replyVersions).set(values).where(isVersion(workspaceId, version.id));
}
