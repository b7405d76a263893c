import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { approvedReplies, replyVersions } from '@/db/schema/replies';
import type { Actor } from '@/lib/domain/access/can';
import type { EventDraft, EventType } from '@/lib/domain/conversation/events';
import { Refusal } from '@/lib/domain/refusal';
import type { VersionState, VersionStep } from '@/lib/domain/replies/state';
import { afterStep } from '@/lib/domain/replies/state';
import type { CommandContext } from '../command';

type Reply = typeof approvedReplies.$inferSelect;
type Version = typeof replyVersions.$inferSelect;

/** A version that is about to take a step, with its reply; `now` is read after both locks were had. */
export type Held = { reply: Reply; version: Version; now: string };

/**
 * An approved reply of this workspace, locked: what is done to it and to its versions comes one after the other.
 * Refuses as `not_found`, also for another's.
 */
export async function replyFor(
  { tx, workspaceId }: CommandContext<Actor | null>,
  replyId: string,
): Promise<Reply> {
  const [reply] = await tx
    .select()
    .from(approvedReplies)
    .where(isReply(workspaceId, replyId))
    .for('no key update');
  if (!reply) throw new Refusal('not_found', 'There is no such approved reply here.');
  return reply;
}

/** A version with its reply, both locked, the reply first. Refuses as `not_found`, also for another workspace's. */
export async function versionFor(
  context: CommandContext<Actor | null>,
  versionId: string,
): Promise<Held> {
  const held = await findVersion(context, versionId);
  if (!held) throw new Refusal('not_found', 'There is no such version of an approved reply here.');
  return held;
}

/** The same for the worker, which may come upon what is gone. */
export async function findVersion(
  context: CommandContext<Actor | null>,
  versionId: string,
): Promise<Held | undefined> {
  const { tx, workspaceId } = context;
  const [of] = await tx
    .select({ replyId: replyVersions.replyId })
    .from(replyVersions)
    .where(isVersion(workspaceId, versionId));
  if (!of) return undefined;
  const reply = await replyFor(context, of.replyId);
  const [version] = await tx
    .select()
    .from(replyVersions)
    .where(isVersion(workspaceId, versionId))
    .for('no key update');
  return version && { reply, version, now: await clock(context) };
}

async function clock({ tx }: CommandContext<Actor | null>): Promise<string> {
  const { rows } = await tx.execute<{ now: Date }>(sql`select clock_timestamp() as now`);
  const [row] = rows;
  if (!row) throw new Error('the database did not say what time it is');
  return new Date(row.now).toISOString();
}

export function isReply(workspaceId: string, replyId: string) {
  return and(eq(approvedReplies.workspaceId, workspaceId), eq(approvedReplies.id, replyId));
}

export function isVersion(workspaceId: string, versionId: string) {
  return and(eq(replyVersions.workspaceId, workspaceId), eq(replyVersions.id, versionId));
}

/** Where a step leads; refuses one that cannot be taken from where the version stands. */
export function requireStep({ state }: Version, step: VersionStep): VersionState {
  const to = afterStep(state, step);
  if (to === null || to === 'gone') throw cannotGoOn(state);
  return to;
}

export function cannotGoOn(state: VersionState): Refusal {
  return new Refusal('conflict', cannot[state], { state });
}

/** Refuses a change to what nobody uses any more. */
export function requireInUse({ archivedAt }: Reply): void {
  if (archivedAt !== null) {
    throw new Refusal('conflict', 'This reply is archived. Bring it back first.');
  }
}

const cannot: Record<VersionState, string> = {
  draft: 'This version is a draft. Submit it for review first.',
  in_review: 'This version is in review. Wait for its reviewers, or withdraw it.',
  changes_requested: 'A reviewer asked for changes. Begin a new draft from this version.',
  approved: 'This version is approved. Publish it, or begin a new draft from it.',
  published: 'This version is published. Retire it, or begin a new draft from it.',
  superseded: 'A newer version took its place. Begin a new draft from this one.',
  expired: 'The time of this version is over. Begin a new draft from it.',
  retired: 'This version was retired. Begin a new draft from it.',
  recalled: 'This version was recalled. Begin a new draft.',
};

/** An instant as everything compares and shows it: ISO 8601 in UTC, to the millisecond. */
export function isoOf(instant: string): string;
export function isoOf(instant: string | null): string | null;
export function isoOf(instant: string | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}

/** What the clock has to know of it. */
export function timed({ state, scheduled, ...version }: Version) {
  return {
    state,
    scheduled,
    validFrom: isoOf(version.validFrom),
    validUntil: isoOf(version.validUntil),
    reviewBy: isoOf(version.reviewBy),
    remindedFor: version.remindedFor,
  };
}

/** Says of a version that something about it is otherwise. */
export function versionEvent(
  type: Extract<EventType, `reply.${string}`>,
  { id: versionId, replyId }: Pick<Version, 'id' | 'replyId'>,
  more: Readonly<Record<string, string>> = {},
): EventDraft {
  return { type, data: { replyId, versionId, ...more } };
}
