import 'server-only';
import { sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { approvedReplies, replyVersions } from '@/db/schema/replies';
import { Refusal } from '@/lib/domain/refusal';
import type { ImportJudgement } from '@/lib/domain/replies/import';
import { judgeImport } from '@/lib/domain/replies/import';
import type { ImportFormat, ImportProblem } from '@/lib/domain/replies/import-table';
import { importFormats } from '@/lib/domain/replies/import-table';
import type { CommandContext } from '../command';
import { command } from '../command';
import { heldApart } from './held-apart';
import type { HeldLibrary } from './import-library';
import { libraryOf } from './import-library';

/** What a file comes to: what was written, or what would be. */
export type ImportReport = {
  /** How many of each. */
  replies: number;
  drafts: number;
  unchanged: number;
  refused: number;
  problems: ImportProblem[];
  warnings: ImportProblem[];
};

/** So many rows in one statement. */
const batch = 500;

/**
 * Approved replies from a file, as drafts: they are reviewed like any others. A dry run judges every row and
 * writes nothing. With a wrong row in it nothing is written, unless it is asked to leave those out.
 */
export const importReplies = command({
  permission: 'reply.write',
  input: z.strictObject({
    format: z.enum(importFormats),
    text: z.string(),
    dryRun: z.boolean().default(true),
    skipWrong: z.boolean().default(false),
  }),
  async run(context, { format, text, dryRun, skipWrong }) {
    const library = await libraryOf(context, await clock(context));
    const judged = judgeImport(format, text, library);
    const report = reportOf(judged);
    if (dryRun) return { value: report, events: [] };
    if (judged.problems.length > 0 && !skipWrong) throw refused(judged, format);
    if (judged.drafts.length === 0) return { value: report, events: [] };
    await heldApart(() => writeDrafts(context, judged, library));
    return {
      value: report,
      events: [{ type: 'reply.changed', data: { imported: judged.drafts.length } }],
    };
  },
});

function reportOf({ replies, drafts, ...rest }: ImportJudgement): ImportReport {
  return { ...rest, replies: replies.length, drafts: drafts.length };
}

function refused({ problems }: ImportJudgement, format: ImportFormat): Refusal {
  const [first] = problems;
  const others = problems.length - 1;
  const more = others > 0 ? ` And ${others} more ${others === 1 ? 'problem' : 'problems'}.` : '';
  const place = format === 'csv' ? 'Line' : 'Entry';
  const where = first && first.line > 0 ? `${place} ${first.line}: ` : '';
  return new Refusal('invalid', `${where}${first?.message}${more} Nothing was imported.`);
}

async function clock({ tx }: CommandContext): Promise<Date> {
  const { rows } = await tx.execute<{ now: Date }>(sql`select now() as now`);
  const [row] = rows;
  if (!row) throw new Error('the database did not say what time it is');
  return new Date(row.now);
}

type Written = typeof replyVersions.$inferInsert;

async function writeDrafts(
  context: CommandContext,
  judged: ImportJudgement,
  library: HeldLibrary,
): Promise<void> {
  const { tx, workspaceId, actor } = context;
  const replies = judged.replies.map(({ channelIds, ...reply }) => ({
    ...{ ...reply, workspaceId, id: uuid(), channelIds: [...channelIds] },
    ...{ ownerId: actor.memberId, createdBy: actor.memberId },
  }));
  const made = new Map(replies.map((reply) => [reply.key, reply]));
  const drafts = judged.drafts.map(({ key, ...words }) => {
    const known = library.replies.get(key);
    const reply = known ?? made.get(key);
    if (!reply) throw new Error('a draft was judged without its reply');
    const followed = known?.languages.get(words.language);
    return {
      ...{ ...words, workspaceId, id: uuid(), replyId: reply.id, risk: reply.risk },
      // What no file tells stays as it was: what goes along, and what a send does.
      ...(followed && { media: followed.media, actions: followed.actions }),
      number: (followed?.number ?? 0) + 1,
      authorId: actor.memberId,
      sourceVersionId: known?.languages.get(reply.sourceLanguage)?.versionId ?? null,
      isSource: words.language === reply.sourceLanguage,
    };
  });
  const sources = new Map(drafts.flatMap((one) => (one.isSource ? [[one.replyId, one.id]] : [])));
  const versions = drafts.map(({ isSource, ...draft }): Written => {
    const newer = sources.get(draft.replyId) ?? null;
    return { ...draft, sourceVersionId: isSource ? null : (draft.sourceVersionId ?? newer) };
  });
  for (const part of parts(replies)) {
    // biome-ignore lint/performance/noAwaitInLoops: one connection, and a statement takes only so many values
    await tx.insert(approvedReplies).values(part);
  }
  for (const part of parts(versions)) {
    // biome-ignore lint/performance/noAwaitInLoops: as above
    await tx.insert(replyVersions).values(part);
  }
}

function parts<Row>(rows: readonly Row[]): Row[][] {
  const count = Math.ceil(rows.length / batch);
  return Array.from({ length: count }, (_, at) => rows.slice(at * batch, (at + 1) * batch));
}
