import 'server-only';
import { z } from 'zod';
import { differences, triage } from '@/lib/domain/conversation/triage';
import type { CommandContext } from '../command';
import { command } from '../command';
import { requireAnswerer } from '../conversation/answerer';
import type { Conversation } from '../conversation/conversation-for';
import { inChunks } from '../conversation/in-chunks';
import { whyStale } from '../conversation/stale';
import type { TriageMove, TriageResult } from '../conversation/triaged';
import { conversationsFor, moveTriaged, notHere, triagedOf } from '../conversation/triaged';

const item = z.strictObject({
  conversationId: z.uuid(),
  /** As the plan saw it: whatever changed since stays as it is. */
  version: z.int().min(1),
  memberId: z.uuid(),
});
const input = z.strictObject({ items: z.array(item).min(1).max(200) });

type Item = z.output<typeof item>;
type Refused = TriageResult['refused'][number];

/**
 * Gives conversations to several members at once, as a plan for the board says. Each is judged like one
 * that is given by hand; what was there before goes back with the answer, for an undo.
 */
export const giveOut = inChunks(
  command({
    permission: 'conversation.assign',
    input,
    async run(context, { items }) {
      const found = await conversationsFor(
        context,
        items.map(({ conversationId }) => conversationId),
      );
      // Always in the same order, so that two plans never wait for each other in a circle.
      for (const memberId of [...new Set(items.map((each) => each.memberId))].sort()) {
        // biome-ignore lint/performance/noAwaitInLoops: one connection runs one statement at a time
        if (found.size > 0) await requireAnswerer(context, memberId);
      }
      const refused: Refused[] = [];
      const moves: TriageMove[] = [];
      for (const each of items) {
        const conversation = found.get(each.conversationId);
        const judged = conversation
          ? // biome-ignore lint/performance/noAwaitInLoops: one connection runs one statement at a time
            await judge(context, conversation, each)
          : notHere(each.conversationId);
        if ('code' in judged) refused.push(judged);
        else moves.push(judged);
      }
      const events = await moveTriaged(context, moves);
      const changed = moves.map(({ conversation, after }) => ({
        conversationId: conversation.id,
        version: conversation.version + 1,
        before: differences(triagedOf(conversation), after),
      }));
      return { value: { changed, refused }, events };
    },
  }),
  input,
);

async function judge(
  context: CommandContext,
  conversation: Conversation,
  { version, memberId }: Item,
): Promise<TriageMove | Refused> {
  const conversationId = conversation.id;
  const before = triagedOf(conversation);
  const answer = triage(before, { kind: 'assign', memberId }, { actor: context.actor, now: 0 });
  if (!answer.ok) return { conversationId, code: answer.code, message: answer.why };
  if (version === conversation.version && memberId !== conversation.ownerId) {
    return { conversation, after: answer.after };
  }
  const { code, message } = await whyStale(context, conversation, 'assign');
  return { conversationId, code, message };
}
