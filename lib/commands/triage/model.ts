import 'server-only';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { prepared } from '@/db/client';
import { triageLessons, triageModels } from '@/db/schema/triage';
import type { Intent } from '@/lib/domain/triage/intent';
import { readingOf } from '@/lib/domain/triage/judge';
import type { Learned } from '@/lib/domain/triage/learned';
import {
  keptLesson,
  learnedFrom,
  learnedIn,
  lessonOf,
  MOST_LESSONS,
} from '@/lib/domain/triage/learned';
import { processWide } from '@/lib/process-wide';
import type { CommandContext } from '../command';

/** What a process holds of what a workspace learned. */
export type Model = { version: number; learned: Learned | null };

const untaught: Model = { version: 0, learned: null };
const MOST_HELD = 50;
const held = processWide<{ models: Map<string, Model> }>('triage models', () => ({
  models: new Map(),
}));

/** What this process knows already, which may be old: whoever judges by it compares the version. */
export function heldModel(workspaceId: string): Model {
  return held.models.get(workspaceId) ?? untaught;
}

/** What was learned by now, read anew and held for the next message. */
export async function readModel(tx: Tx, workspaceId: string): Promise<Model> {
  const [row] = await prepared<{ version: number; weights: Buffer }>(tx, {
    name: 'triage-model',
    text: 'select version, weights from triage_models where workspace_id = $1',
    values: [workspaceId],
  });
  const model = row ? { version: row.version, learned: learnedIn(row.weights) } : untaught;
  held.models.delete(workspaceId);
  held.models.set(workspaceId, model);
  const [oldest] = held.models.keys();
  if (held.models.size > MOST_HELD && oldest !== undefined) held.models.delete(oldest);
  return model;
}

/** A message, and what a person said it is; null takes that back. */
export type Taught = { messageId: string; body: string; intent: Intent | null };

/**
 * Learns from what people said of messages, in the transaction in which they say it. The lessons are gone through
 * again from the beginning, so that one which is taken back leaves no trace.
 */
export async function teach(context: CommandContext, taught: readonly Taught[]): Promise<void> {
  if (taught.length === 0) return;
  const { tx, workspaceId } = context;
  await tx
    .insert(triageModels)
    .values({ workspaceId, version: 0, weights: Buffer.alloc(0), lessons: 0 })
    .onConflictDoNothing();
  // One after the other: two lessons at once must not lose each other.
  await tx.execute(
    sql`select from triage_models where workspace_id = ${workspaceId} for no key update`,
  );
  await keepLessons(context, taught);
  const kept = await tx
    .select({ intent: triageLessons.intent, lesson: triageLessons.lesson })
    .from(triageLessons)
    .where(eq(triageLessons.workspaceId, workspaceId))
    .orderBy(asc(triageLessons.at), asc(triageLessons.messageId));
  const lessons = kept.map(({ lesson, intent }) => lessonOf(lesson, intent));
  const weights = lessons.length === 0 ? Buffer.alloc(0) : bytesOf(learnedFrom(lessons));
  await tx
    .update(triageModels)
    .set({
      version: sql`${triageModels.version} + 1`,
      weights,
      lessons: lessons.length,
      changedAt: sql`now()`,
    })
    .where(eq(triageModels.workspaceId, workspaceId));
}

async function keepLessons(
  { tx, workspaceId }: CommandContext,
  taught: readonly Taught[],
): Promise<void> {
  const gone = taught.flatMap(({ messageId, intent }) => (intent === null ? [messageId] : []));
  const rows = taught.flatMap(({ messageId, intent, body }) =>
    intent === null
      ? []
      : [{ workspaceId, messageId, intent, lesson: keptLesson(readingOf(body)) }],
  );
  if (gone.length > 0) {
    await tx
      .delete(triageLessons)
      .where(
        and(eq(triageLessons.workspaceId, workspaceId), inArray(triageLessons.messageId, gone)),
      );
  }
  if (rows.length > 0) {
    await tx
      .insert(triageLessons)
      .values(rows)
      .onConflictDoUpdate({
        target: [triageLessons.workspaceId, triageLessons.messageId],
        set: { intent: sql`excluded.intent`, at: sql`now()` },
      });
  }
  await tx.execute(sql`
    delete from triage_lessons old where old.workspace_id = ${workspaceId}
      and (old.at, old.message_id) < (select at, message_id from triage_lessons
        where workspace_id = ${workspaceId}
        order by at desc, message_id desc offset ${MOST_LESSONS - 1} limit 1)`);
}

function bytesOf(learned: Learned): Buffer {
  return Buffer.from(learned.buffer, learned.byteOffset, learned.byteLength);
}
