import 'server-only';
import type { PublicPost } from '@/lib/domain/conversation/post';
import { postLimit } from '@/lib/domain/conversation/post-length';
import { Denial } from '@/lib/domain/permissions/denial';
import { decideInPublic } from '@/lib/domain/permissions/public';
import { sentenceOf } from '@/lib/domain/permissions/sentences';
import { Refusal } from '@/lib/domain/refusal';
import { exactPostWeight } from '@/lib/post-weight';
import { publicFactsOf } from '@/lib/public-facts';
import type { CommandContext } from '../command';
import type { Conversation } from './conversation-for';
import { namesIn } from './names-in';

/**
 * What a reply in public answers. Refuses what the network would: an answer to somebody who did not call
 * us, or to a post that is gone, with the decision in `details.permission`; what is too long; and files.
 */
export async function answeredInPublic(
  context: CommandContext,
  conversation: Conversation,
  { body, fileIds }: { body: string; fileIds: readonly string[] },
): Promise<PublicPost> {
  const { tx, workspaceId } = context;
  const facts = await publicFactsOf(tx, workspaceId, { conversationId: conversation.id });
  if (!facts) throw new Error('a public conversation without its facts');
  const permission = decideInPublic(facts);
  if (permission.verdict === 'refuse' || facts.post === null) {
    const sentence = sentenceOf(permission.reason, await namesIn(context, conversation));
    const { id: conversationId, channelId } = conversation;
    const record = { conversationId, channelId, purpose: 'reply', decision: permission } as const;
    throw new Denial(`${sentence} Your draft stays here.`, record);
  }
  if (fileIds.length > 0) {
    throw new Refusal('invalid', 'A public reply is words only. Take the files out.');
  }
  requireFits(body);
  return { answers: { externalId: facts.post.externalId } };
}

/** Refuses a text that is too long for a public post. */
export function requireFits(body: string): void {
  const weight = exactPostWeight(body);
  if (weight <= postLimit) return;
  throw new Refusal(
    'invalid',
    `This weighs ${weight} of the ${postLimit} that a post may: shorten it by ${weight - postLimit}.`,
    { length: weight, limit: postLimit },
  );
}
