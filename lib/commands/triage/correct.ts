import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { conversations, messages } from '@/db/schema/conversations';
import { messageTriage } from '@/db/schema/triage';
import { Refusal } from '@/lib/domain/refusal';
import type { Intent } from '@/lib/domain/triage/intent';
import { intents } from '@/lib/domain/triage/intent';
import { judge } from '@/lib/domain/triage/judge';
import type { CommandContext } from '../command';
import { command } from '../command';
import { conversationFor } from '../conversation/conversation-for';
import { heldModel, teach } from './model';

/**
 * A person says what a message is, or takes back that they did (`null`). The workspace learns from it in the same
 * transaction; the answer says what they had said before, for an undo.
 */
export const correctIntent = command({
  permission: 'triage.correct',
  input: z.strictObject({ messageId: z.uuid(), intent: z.enum(intents).nullable() }),
  async run(context, { messageId, intent }) {
    const said = await saidIn(context, messageId);
    const conversation = await conversationFor(context, said.conversationId);
    const known = await triageOf(context, { ...said, messageId });
    const before = { corrected: known.corrected, intent: known.corrected ?? known.intent };
    if (known.corrected === intent) return { value: { before: before.corrected }, events: [] };
    const { tx, workspaceId, actor } = context;
    const after = intent ?? known.intent;
    await tx
      .update(messageTriage)
      .set({
        corrected: intent,
        correctedBy: intent && actor.memberId,
        correctedAt: intent && sql`now()`,
      })
      .where(isOf(workspaceId, messageId));
    if (await isNewest(context, { ...said, messageId })) {
      await tx
        .update(conversations)
        .set({ intent: after })
        .where(
          and(eq(conversations.workspaceId, workspaceId), eq(conversations.id, conversation.id)),
        );
    }
    await teach(context, [{ messageId, body: said.body, intent }]);
    return {
      value: { before: before.corrected },
      events: [
        {
          type: 'triage.corrected',
          conversationId: conversation.id,
          channelId: conversation.channelId,
          messageId,
          data: { from: before.intent, to: after },
        },
      ],
    };
  },
});

function isOf(workspaceId: string, messageId: string) {
  return and(eq(messageTriage.workspaceId, workspaceId), eq(messageTriage.messageId, messageId));
}

type Said = { conversationId: string; body: string };

async function saidIn({ tx, workspaceId }: CommandContext, messageId: string): Promise<Said> {
  const [said] = await tx
    .select({ conversationId: messages.conversationId, body: messages.body })
    .from(messages)
    .where(
      and(
        eq(messages.workspaceId, workspaceId),
        eq(messages.id, messageId),
        eq(messages.kind, 'inbound'),
      ),
    );
  if (!said) throw new Refusal('not_found', 'There is no such message here.');
  if (said.body === '') throw new Refusal('conflict', 'There are no words to learn from.');
  return said;
}

/** How a message was judged; what came in before there was triage is judged now. */
async function triageOf(
  { tx, workspaceId }: CommandContext,
  { messageId, conversationId, body }: Said & { messageId: string },
): Promise<{ intent: Intent; corrected: Intent | null }> {
  const { intent, urgency, language, confidence, reasons } = judge(
    body,
    heldModel(workspaceId).learned,
  );
  await tx
    .insert(messageTriage)
    .values({
      ...{ workspaceId, messageId, conversationId, intent, urgency, language, confidence },
      reasons: reasons.map(({ signal, from, to }) => ({ signal, from, to })),
    })
    .onConflictDoNothing();
  const [known] = await tx
    .select({ intent: messageTriage.intent, corrected: messageTriage.corrected })
    .from(messageTriage)
    .where(isOf(workspaceId, messageId))
    .for('update');
  if (!known) throw new Error('A judgement was neither found nor made.');
  return known;
}

/** Nothing that the customer wrote later was judged. */
async function isNewest(
  { tx, workspaceId }: CommandContext,
  { messageId, conversationId }: Said & { messageId: string },
): Promise<boolean> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select m.id from messages m
    where m.workspace_id = ${workspaceId} and m.conversation_id = ${conversationId}
      and m.kind = 'inbound' and m.body <> '' and m.unreadable is null
    order by m.at desc, m.tie desc, m.id desc limit 1`);
  return rows[0]?.id === messageId;
}
