import 'server-only';
import type { AfterReply } from '@/lib/domain/conversation/answering';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { PublicPost } from '@/lib/domain/conversation/post';
import { previewOf } from '@/lib/domain/conversation/preview';
import type { Purpose } from '@/lib/domain/permissions/purpose';
import { actionsOf, doAlong, wishOf } from '../approved-reply/along';
import type { Words } from '../approved-reply/approved-words';
import { settleUses } from '../approved-reply/approved-words';
import type { CommandContext } from '../command';
import { bindFiles, takeAlong } from '../file/take-along';
import type { Conversation } from './conversation-for';
import { conversationFor } from './conversation-for';
import { answeredInPublic } from './in-public';
import { requirePermitted } from './require-permitted';
import { sendOff } from './send-off';
import type { Written } from './written';
import { write } from './written';

export type Reply = {
  clientKey: string;
  fileIds: readonly string[];
  /** Judged already: what of it came from approved replies. */
  words: Words;
  /** Leave out what those do along with the send. */
  wordsOnly: boolean;
  seenSeq: number;
  wish: AfterReply | undefined;
};

export type Permitted = { post: PublicPost | null; purpose: Purpose };

/** The rules of the place where it is said; in public, with the post that it answers. */
export async function permitted(
  context: CommandContext,
  conversation: Conversation,
  reply: { body: string; fileIds: readonly string[] },
): Promise<Permitted> {
  if (conversation.kind === 'public') {
    return { post: await answeredInPublic(context, conversation, reply), purpose: 'reply' };
  }
  return { post: null, purpose: await requirePermitted(context, conversation) };
}

/**
 * Writes what the actor says to the customer and queues it, with the files, and with what the approved replies in it do
 * along with it. All that was to be asked was asked: see `permitted` and `wordsOf`.
 */
export async function say(
  context: CommandContext,
  conversation: Conversation,
  { clientKey, fileIds, words, wordsOnly, seenSeq, wish, post, purpose }: Reply & Permitted,
): Promise<Written & { heldMs: number; events: EventDraft[] }> {
  const { body } = words;
  const attachments = await takeAlong(context, conversation, { fileIds, mode: 'reply' });
  const draft = { kind: 'outbound', clientKey, body, attachments, post } as const;
  const written = await write(context, conversation, draft);
  const { messageId } = written;
  await bindFiles(context, messageId, fileIds);
  await settleUses(context, words, messageId);
  const actions = wordsOnly ? {} : actionsOf(words);
  const preview = previewOf({ body, attachments });
  const hasFiles = fileIds.length > 0;
  const sent = await sendOff(context, conversation, {
    ...{ ...written, purpose, preview, hasFiles, seenSeq },
    wish: wish ?? wishOf(actions),
  });
  const place = { conversationId: conversation.id, messageId };
  const along = await doAlong(context, { ...place, seenSeq, wish }, actions);
  const events = along.length > 0 ? await withVersion(context, place, sent.events) : sent.events;
  return { ...written, heldMs: sent.heldMs, events: [...events, ...along] };
}

/** An undo takes back the reply and what came along with it: it stands on the version that both left behind. */
async function withVersion(
  context: CommandContext,
  { conversationId, messageId }: { conversationId: string; messageId: string },
  events: readonly EventDraft[],
): Promise<EventDraft[]> {
  const { version } = await conversationFor(context, conversationId);
  return events.map((event) =>
    event.type === 'message.replied' && event.messageId === messageId
      ? { ...event, data: { ...event.data, version } }
      : event,
  );
}
