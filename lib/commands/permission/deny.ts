import 'server-only';
import { v7 as uuid } from 'uuid';
import type { Tx } from '@/db/client';
import { denials } from '@/db/schema/permissions';
import type { DenialRecord, Denied } from '@/lib/domain/permissions/denial';

type Written = DenialRecord & {
  denied: Denied;
  memberId: string | null;
  messageId?: string;
};

/** Writes down that the rules kept a message back, with the whole decision: what it rested on, and how old that was. */
export async function writeDenial(
  tx: Tx,
  workspaceId: string,
  { conversationId, channelId, purpose, decision, denied, memberId, messageId }: Written,
): Promise<void> {
  await tx.insert(denials).values({
    workspaceId,
    id: uuid(),
    conversationId,
    channelId,
    memberId,
    messageId: messageId ?? null,
    denied,
    purpose,
    reason: decision.reason,
    decision,
  });
}
