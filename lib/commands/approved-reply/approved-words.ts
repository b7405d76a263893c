import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { prepared } from '@/db/client';
import { replyUses } from '@/db/schema/reply-uses';
import { Refusal } from '@/lib/domain/refusal';
import type { Judgement } from '@/lib/domain/replies/judge';
import { judgeWords } from '@/lib/domain/replies/judge';
import { countWords, holdsWords, shareEdited } from '@/lib/domain/replies/standing';
import { hasRawBraces, parseTemplate, rawNames } from '@/lib/domain/replies/template';
import { straySentence } from '@/lib/domain/replies/words';
import type { CommandContext } from '../command';
import type { Use } from './uses';
import { usesInDraft, usesLately } from './uses';

type Text = { conversationId: string; body: string; fileIds: readonly string[] };

/** What of approved replies goes along with a text, once it may leave. */
export type Words = { body: string; uses: readonly Use[]; judgement: Judgement };

/** So many recalled versions are looked for in what is written by hand, the latest first. */
const MOST_RECALLED = 200;
/** Fewer words than these say nothing by themselves. */
const TELLING_WORDS = 6;

/**
 * Judges a text before it leaves, by the approved replies in it: what is recalled, and what has a place that nobody filled in,
 * never does. Answers also with what strayed; `requireApproved` refuses that.
 */
export async function wordsOf(context: CommandContext, text: Text): Promise<Words> {
  refuseBraces(text.body);
  const uses = await usesInDraft(context, text.conversationId);
  const lately = await usesLately(context, text.conversationId);
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
    `“${first.title}” was recalled. Take its words out; nothing of it can be sent.`,
    { recalled },
  );
}

/** Refuses words of a recalled version that came in by another way, unless they are in use again. */
export async function refuseRecalledByHand(context: CommandContext, body: string): Promise<void> {
  const recalled = await recalledVersions(context);
  for (const { title, body: words, inUse } of recalled) {
    const again = inUse === null ? [] : runsOf(inUse);
    const found = runsOf(words).find(
      (run) => holdsWords(body, run) && !again.some((used) => holdsWords(used, run)),
    );
    if (found !== undefined) {
      throw new Refusal('conflict', `“${found.trim()}” was recalled with “${title}”. Take it out.`);
    }
  }
}

/** From now on they were sent with that message, each with how much of it was changed; of the others nothing is left. */
export async function settleUses(
  { tx, workspaceId }: CommandContext,
  { body, uses, judgement: { kept, gone } }: Words,
  messageId: string,
): Promise<void> {
  if (gone.length > 0) {
    await tx
      .update(replyUses)
      .set({ state: 'removed', approvalId: null })
      .where(and(eq(replyUses.workspaceId, workspaceId), inArray(replyUses.id, gone)));
  }
  for (const { id, segments } of uses.filter((use) => kept.includes(use.id))) {
    const words = segments.map(({ text }) => text).join('');
    // biome-ignore lint/performance/noAwaitInLoops: one connection runs one statement at a time
    await tx
      .update(replyUses)
      .set({
        state: 'sent',
        messageId,
        sentAt: sql`clock_timestamp()`,
        edited: Math.round(100 * shareEdited(words, body)),
      })
      .where(and(eq(replyUses.workspaceId, workspaceId), eq(replyUses.id, id)));
  }
}

/** The message was called back: they stand in its writer's unsent reply again. */
export async function putUsesBack(
  { tx, workspaceId }: CommandContext,
  messageId: string,
): Promise<void> {
  await tx
    .update(replyUses)
    .set({ state: 'inserted', messageId: null, sentAt: null, edited: null })
    .where(and(eq(replyUses.workspaceId, workspaceId), eq(replyUses.messageId, messageId)));
}

function refuseBraces(body: string): void {
  if (!hasRawBraces(body)) return;
  const names = rawNames(body);
  const named =
    names.length > 0 ? `${names.join(', ')} is not filled in` : 'Braces stand in the text';
  throw new Refusal('invalid', `${named}. Write what belongs there, without {{ and }}.`, { names });
}

type Recalled = { title: string; body: string; inUse: string | null };

async function recalledVersions({ tx, workspaceId }: CommandContext): Promise<Recalled[]> {
  return await prepared<Recalled>(tx, {
    name: 'recalled-words',
    text: `
      select r.title, v.body, used.body as "inUse"
      from (
        select * from reply_versions where workspace_id = $1 and state = 'recalled'
        order by ended_at desc limit ${MOST_RECALLED}
      ) v
      cross join lateral (select title from approved_replies
        where workspace_id = v.workspace_id and id = v.reply_id limit 1) r
      left join lateral (select body from reply_versions
        where workspace_id = v.workspace_id and reply_id = v.reply_id and language = v.language
          and state = 'published' limit 1) used on true`,
    values: [workspaceId],
  });
}

/** The runs of words between what is filled in that are long enough to be known again. */
function runsOf(body: string): string[] {
  return parseTemplate(body, []).parts.flatMap((part) =>
    part.kind === 'words' && countWords(part.text) >= TELLING_WORDS ? [part.text] : [],
  );
}
