import 'server-only';
import { Refusal } from '@/lib/domain/refusal';
import { requireApproved, wordsOf } from '../approved-reply/approved-words';
import { findAsked } from '../approved-reply/find-asked';
import { command } from '../command';
import { emptySent } from '../draft/put';
import { bodyFor } from './body';
import { requireOpenChannel } from './channel-open';
import { conversationFor } from './conversation-for';
import { replyInput } from './reply-input';
import { permitted, say } from './say';
import { requireNothingUnseen } from './unseen';
import { findWritten } from './written';

/**
 * Answers the customer: the message and its delivery stand in the database before anybody is told,
 * and a worker hands it to the network. Refuses with `details.unseen` when a colleague was faster, and with `details.strays`
 * when it strayed from approved words.
 */
export const replyToConversation = command({
  permission: 'conversation.reply',
  input: replyInput,
  async run(context, input) {
    const { conversationId, clientKey, seenSeq, override, draftRevision, fileIds, wordsOnly } =
      input;
    const body = bodyFor('reply', input.body, { mayBeEmpty: fileIds.length > 0 });
    const conversation = await conversationFor(context, conversationId);
    const key = { kind: 'outbound', clientKey } as const;
    const before = await findWritten(context, conversation, key);
    if (before) return { value: { ...before, heldMs: 0 }, events: [] };

    if (await findAsked(context, clientKey)) {
      throw new Refusal(
        'conflict',
        'This reply waits for an approval already. Take it back first.',
      );
    }
    await requireOpenChannel(context, conversation);
    const allowed = await permitted(context, conversation, { body, fileIds });
    if (!override) await requireNothingUnseen(context, conversation, seenSeq);
    const words = await wordsOf(context, { conversationId, body, fileIds });
    requireApproved(words);
    const reply = { clientKey, fileIds, words, wordsOnly, seenSeq, wish: input.then, ...allowed };
    const { events, ...sent } = await say(context, conversation, reply);
    await emptySent(context, { conversationId, mode: 'reply', body, revision: draftRevision });
    return { value: sent, events, nudges: ['delivery'] };
  },
});
