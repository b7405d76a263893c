import type { Conversation } from '../thread/conversation';

/** Whether the way to a block here leads to its end: it holds, or is being made. */
export function endsBlock({ block }: Conversation): boolean {
  return block !== null && (block.blockedAt !== null || block.state === 'blocking');
}
