import 'server-only';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { messages } from '@/db/schema/conversations';
import { consentScopes, ledgerRefusal } from '@/lib/domain/consent/ledger';
import { Refusal, refusedField } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';
import { command } from '../command';
import type { Conversation } from '../conversation/conversation-for';
import { conversationFor } from '../conversation/conversation-for';
import type { NewEntry } from './ledger';
import { enter, ledgerOf } from './ledger';

const sentences = {
  needs_their_words:
    'They said no. Only a later message of theirs can take that back: point to it.',
  nothing_to_take_back: 'They never said that they want no messages.',
  forbidden_before: 'They want no messages at all. They have to take that back first.',
} as const;

/**
 * Writes down what somebody allowed or forbade, with what shows it: a message of theirs in this
 * conversation, or how they told us elsewhere.
 */
export const recordConsent = command({
  permission: 'consent.record',
  input: z.strictObject({
    conversationId: z.uuid(),
    scope: z.enum(consentScopes),
    granted: z.boolean(),
    /** The message that says so. Without it, `told` must say how they told us. */
    messageId: z.uuid().optional(),
    told: z.string().trim().max(300, 'Say it in at most 300 characters.').optional(),
  }),
  async run(context, { conversationId, scope, granted, messageId, told }) {
    const conversation = await conversationFor(context, conversationId);
    const { contactId, now, standing } = await ledgerOf(context, conversation);
    const shown = messageId
      ? await shownBy(context, conversation, messageId)
      : toldElsewhere(told ?? '', now);
    const entry = { scope, granted, ...shown };
    const why = ledgerRefusal(standing, { ...entry, at: Date.parse(entry.at) });
    if (why) throw new Refusal('conflict', sentences[why]);
    const event = await enter(context, conversation, { contactId, entry });
    return { value: null, events: [event], nudges: ['delivery'] };
  },
});

type Shown = Pick<NewEntry, 'source' | 'at' | 'messageId' | 'evidence'>;

async function shownBy(
  { tx, workspaceId }: CommandContext,
  { id }: Conversation,
  messageId: string,
): Promise<Shown> {
  const [message] = await tx
    .select({ at: messages.at, kind: messages.kind, body: messages.body })
    .from(messages)
    .where(
      and(
        eq(messages.workspaceId, workspaceId),
        eq(messages.conversationId, id),
        eq(messages.id, messageId),
      ),
    );
  if (message?.kind !== 'inbound') {
    throw new Refusal('not_found', 'There is no such message of theirs here.');
  }
  return { source: 'message', at: message.at, messageId, evidence: message.body };
}

function toldElsewhere(how: string, now: string): Shown {
  if (how !== '') return { source: 'told', at: now, evidence: how };
  throw refusedField('told', 'Say how they told you, such as “by phone, order 1042”.');
}
