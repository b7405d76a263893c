import 'server-only';
import type { Actor } from '@/lib/domain/access/can';
import { replySideOf } from '@/lib/reply-side';
import { inSnapshot, notFound } from '../inbox/in-conversation';
import { requirePermission } from '../permission';
import type { PickerSide } from './views';

/** What a conversation fills into a reply of the asker, and by what one is chosen for it. */
export async function pickerSide(actor: Actor, conversationId: string): Promise<PickerSide> {
  requirePermission(actor, 'conversation.read');
  return await inSnapshot(actor, conversationId, async (tx) => {
    const side = await replySideOf(tx, actor, conversationId);
    if (!side) throw notFound();
    return side;
  });
}
