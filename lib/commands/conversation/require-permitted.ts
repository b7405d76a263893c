import 'server-only';
import { decide } from '@/lib/domain/permissions/decide';
import { Denial } from '@/lib/domain/permissions/denial';
import type { Purpose } from '@/lib/domain/permissions/purpose';
import { replyInput } from '@/lib/domain/permissions/reply-input';
import { sentenceOf } from '@/lib/domain/permissions/sentences';
import { permissionFactsOf } from '@/lib/permission-facts';
import type { CommandContext } from '../command';
import type { Conversation } from './conversation-for';
import { namesIn } from './names-in';

/**
 * What a reply is for, by the rules. Refuses what they forbid, with the decision in `details.permission`.
 * What only the network can say is asked before the message leaves: that refuses nothing here.
 */
export async function requirePermitted(
  context: CommandContext,
  conversation: Conversation,
): Promise<Purpose> {
  const { id: conversationId, channelId } = conversation;
  const facts = await permissionFactsOf(context.tx, context.workspaceId, { conversationId });
  if (!facts) throw new Error('a conversation that is locked has no facts');
  const input = replyInput(facts);
  const decision = decide(input);
  const { purpose } = input;
  if (decision.verdict !== 'refuse') return purpose;
  const sentence = sentenceOf(decision.reason, await namesIn(context, conversation));
  const record = { conversationId, channelId, purpose, decision };
  throw new Denial(`${sentence} Your draft stays here.`, record);
}
