import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { replyUses } from '@/db/schema/reply-uses';
import { Refusal } from '@/lib/domain/refusal';
import type { Judgement } from '@/lib/domain/replies/judge';
import { judgeWords } from '@/lib/domain/replies/judge';
import { shareEdited } from '@/lib/domain/replies/standing';
import { hasRawBraces, rawNames } from '@/lib/domain/replies/template';
import { straySentence } from '@/lib/domain/replies/words';
import type { CommandContext } from '../command';
import { refuseRecalledByHand } from './by-hand';
import type { Use } from './uses';
import { usesAround, usesInDraft } from './uses';

type Text = { conversationId: string; body: string; fileIds: readonly string[] };

/** What of approved replies goes along with a text, once it may leave. */
export type Words = { body: string; uses: readonly Use[]; judgement: Judgement };

/**
 * Judges a text before it leaves, by the approved replies in it: what is recalled, and what has a place that nobody filled in,
 * never does. Answers also with what strayed; `requireApproved` refuses that.
 */
export async function wordsOf(context: CommandContext, text: Text): Promise<Words> {
  refuseBraces(text.body);
  const uses = await usesInDraft(context, text.conversationId);
  const lately = await usesAround(context, text.conversationId);
  const judgement = judgeWords(text.body, text.fileIds, { uses, lately });
  refuseRecalled(judgement);
  await refuseRecalledByHand(context, text.body);
  return { body: text.body, uses, judgement };
}

/** Refuses what strayed from approved words, with what is missing in `details.strays`: somebody else may let it go. */
export function requireApproved({ judgement: { strays } }: Words): void {
  if (strays.length > 0) throw new Refusal('conflict', straySentence(strays), { strays });
}

export function refuseRecalled({ recalled }: Pick<Judgement, 'recalled'>): void {
  const [first] = recalled;
  if (!first) return;
  throw new Refusal(
    'conflict',
    `“${first.title}” was recalled. Take its words and files out; nothing of it can be sent.`,
    { recalled },
  );
}

/** From now on they were sent with that message, each with how much of it was changed; of the others nothing is left. */
export async function settleUses(
  context: CommandContext,
  { body, uses, judgement: { kept, gone } }: Words,
  messageId: string,
): Promise<void> {
  const { tx, workspaceId } = context;
  await letGo(context, gone);
  for (const { id, segments } of uses.filter((use) => kept.includes(use.id))) {
    const words = segments.map(({ text }) => text).join('');
    // biome-ignore lint/performance/noAwaitInLoops: one connection runs one statement at a time
    await tx
      .update(replyUses)
      .set({
        ...{ state: 'sent', messageId },
        ...{ sentAt: sql`clock_timestamp()`, leftAt: sql`clock_timestamp()` },
        edited: Math.round(100 * shareEdited(words, body)),
      })
      .where(and(eq(replyUses.workspaceId, workspaceId), eq(replyUses.id, id)));
  }
}

/** Nothing is left of these: they are no use of anybody's any more. */
export async function letGo(
  { tx, workspaceId }: CommandContext,
  useIds: readonly string[],
): Promise<void> {
  if (useIds.length === 0) return;
  await tx
    .update(replyUses)
    .set({ state: 'removed', approvalId: null, leftAt: sql`clock_timestamp()` })
    .where(and(eq(replyUses.workspaceId, workspaceId), inArray(replyUses.id, [...useIds])));
}

/** The message was called back: they stand in its writer's unsent reply again. */
export async function putUsesBack(
  { tx, workspaceId }: CommandContext,
  messageId: string,
): Promise<void> {
  await tx
    .update(replyUses)
    .set({ state: 'inserted', messageId: null, sentAt: null, leftAt: null, edited: null })
    .where(and(eq(replyUses.workspaceId, workspaceId), eq(replyUses.messageId, messageId)));
}

function refuseBraces(body: string): void {
  if (!hasRawBraces(body)) return;
  const names = rawNames(body);
  const named =
    names.length > 0 ? `${names.join(', ')} is not filled in` : 'Braces stand in the text';
  throw new Refusal('invalid', `${named}. Write what belongs there, without {{ and }}.`, { names });
}
