import 'server-only';
import { decide } from '@/lib/domain/permissions/decide';
import { replyInput } from '@/lib/domain/permissions/reply-input';
import { sentenceOf } from '@/lib/domain/permissions/sentences';
import { Refusal } from '@/lib/domain/refusal';
import { permissionFactsOf } from '@/lib/permission-facts';
import type { CommandContext } from '../command';
import type { Conversation } from './conversation-for';
import { namesIn } from './names-in';

/**
 * Refuses a reply that the rules forbid, with the decision in `details.permission`. What only the network
 * can say is asked before the message leaves: that refuses nothing here.
 */
export async function requirePermitted(
  context: CommandContext,
  conversation: Conversation,
): Promise<void> {
  const facts = await permissionFactsOf(context.tx, context.workspaceId, conversation.id);
  if (!facts) return;
  const permission = decide(replyInput(facts));
  if (permission.verdict !== 'refuse') return;
  const sentence = sentenceOf(permission.reason, await namesIn(context, conversation));
  throw new Refusal('conflict', `${sentence} Your draft stays here.`, { permission });
}
