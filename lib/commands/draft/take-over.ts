import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { replyUses } from '@/db/schema/reply-uses';
import { drafts } from '@/db/schema/together';
import { draftModes } from '@/lib/domain/conversation/draft';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';
import { command } from '../command';
import { conversationFor } from '../conversation/conversation-for';
import type { StoredFile } from '../file/store';
import { handOverFiles } from '../file/take-along';
import { putInDraft } from './put';

const taking = z.strictObject({
  conversationId: z.uuid(),
  memberId: z.uuid(),
  mode: z.enum(draftModes),
});

/** Moves a colleague's draft into the lead's own, with the approved replies in it. What the colleague types meanwhile stays theirs. */
export const takeOverDraft = command({
  permission: 'draft.takeOver',
  input: taking,
  async run(context, input) {
    const { conversationId, memberId, mode } = input;
    await conversationFor(context, conversationId);
    if (memberId === context.actor.memberId) {
      throw new Refusal('invalid', 'This draft is yours already.');
    }
    const text = await take(context, input);
    const files = mode === 'reply' ? await takeUses(context, input) : [];
    const draft = await putInDraft(context, { conversationId, mode, body: text });
    return {
      value: { mode, text, files, ...draft },
      events: [{ type: 'draft.taken', conversationId, memberId, data: { mode } }],
    };
  },
});

/** The approved replies in it come along, with the files that belong to them. */
async function takeUses(
  context: CommandContext,
  { conversationId, memberId }: z.output<typeof taking>,
): Promise<StoredFile[]> {
  const { tx, workspaceId, actor } = context;
  const uses = await tx
    .update(replyUses)
    .set({ memberId: actor.memberId })
    .where(
      and(
        eq(replyUses.workspaceId, workspaceId),
        eq(replyUses.conversationId, conversationId),
        eq(replyUses.memberId, memberId),
        eq(replyUses.state, 'inserted'),
      ),
    )
    .returning({ fileIds: replyUses.fileIds });
  const fileIds = uses.flatMap((use) => use.fileIds);
  return await handOverFiles(context, { conversationId, from: memberId, fileIds });
}

async function take(
  { tx, workspaceId }: CommandContext,
  { conversationId, memberId, mode }: z.output<typeof taking>,
): Promise<string> {
  const here = and(
    eq(drafts.workspaceId, workspaceId),
    eq(drafts.conversationId, conversationId),
    eq(drafts.memberId, memberId),
    eq(drafts.mode, mode),
  );
  const [draft] = await tx.select({ body: drafts.body }).from(drafts).where(here).for('update');
  if (!draft?.body) {
    throw new Refusal(
      'not_found',
      'There is no draft any more: it was sent, emptied or taken over.',
    );
  }
  await tx
    .update(drafts)
    .set({
      body: '',
      revision: sql`${drafts.revision} + 1`,
      updatedAt: sql`clock_timestamp()`,
    })
    .where(here);
  return draft.body;
}
