import 'server-only';
import { and, eq, lt, or, sql } from 'drizzle-orm';
import { replyVersions } from '@/db/schema/replies';
import type { Actor } from '@/lib/domain/access/can';
import type { EventDraft } from '@/lib/domain/conversation/events';
import { dueOf } from '@/lib/domain/replies/due';
import { led } from '@/lib/domain/replies/state';
import type { CommandContext } from '../command';
import { heldApart } from './held-apart';
import type { Held } from './version-for';
import { isVersion, requireStep, timed, versionEvent } from './version-for';

type Context = CommandContext<Actor | null>;
type Version = typeof replyVersions.$inferSelect;

/**
 * The one way into use, under the lock on the reply: what was published before it is superseded in the same
 * moment, and older ones that wait for a time in which it holds do not come any more.
 */
export async function comeIntoUse(
  context: Context,
  { version, now }: Held,
  publishedBy: string | null,
): Promise<EventDraft[]> {
  const { tx, workspaceId } = context;
  const state = requireStep(version, 'publish');
  const before = await publishedNow(context, version);
  const events = before ? [await supersede(context, before, now)] : [];
  const published = { ...version, state, scheduled: false, remindedFor: now };
  await heldApart(() =>
    tx
      .update(replyVersions)
      .set({
        state,
        scheduled: false,
        publishedAt: now,
        publishedBy,
        // What it would have been told of before this moment is no news to whoever publishes it now.
        remindedFor: now,
        dueAt: dueOf(timed(published)),
      })
      .where(isVersion(workspaceId, version.id)),
  );
  const freed = await freeOlder(context, version);
  return [
    ...events,
    versionEvent('reply.published', version, { to: state }),
    ...freed.map((older) => versionEvent('reply.changed', older)),
  ];
}

/** What agents use now of this reply and language. */
export async function publishedNow(
  { tx, workspaceId }: Context,
  { replyId, language }: Version,
): Promise<(Version & { state: 'published' }) | undefined> {
  const [found] = await tx
    .select()
    .from(replyVersions)
    .where(
      and(
        eq(replyVersions.workspaceId, workspaceId),
        eq(replyVersions.replyId, replyId),
        eq(replyVersions.language, language),
        eq(replyVersions.state, 'published'),
      ),
    )
    .for('no key update');
  return found && { ...found, state: 'published' };
}

async function supersede(
  { tx, workspaceId }: Context,
  before: Version & { state: 'published' },
  now: string,
): Promise<EventDraft> {
  const state = led(before.state, 'supersede');
  await tx
    .update(replyVersions)
    .set({ state, endedAt: now, dueAt: null })
    .where(isVersion(workspaceId, before.id));
  return versionEvent('reply.ended', before, { to: state });
}

async function freeOlder(
  { tx, workspaceId }: Context,
  { replyId, language, number, validUntil }: Version,
): Promise<Pick<Version, 'id' | 'replyId'>[]> {
  return await tx
    .update(replyVersions)
    .set({ scheduled: false, publishedBy: null, dueAt: null })
    .where(
      and(
        eq(replyVersions.workspaceId, workspaceId),
        eq(replyVersions.replyId, replyId),
        eq(replyVersions.language, language),
        replyVersions.scheduled,
        lt(replyVersions.number, number),
        or(
          sql`${validUntil}::timestamptz is null`,
          sql`${replyVersions.validFrom} < ${validUntil}::timestamptz`,
        ),
      ),
    )
    .returning({ id: replyVersions.id, replyId: replyVersions.replyId });
}
