import 'server-only';
import { z } from 'zod';
import { invitationTexts } from '@/db/schema/handoffs';
import { Refusal } from '@/lib/domain/refusal';
import { command } from '../command';
import { isInvitation } from './words';

/** Takes an invitation out of use. What was posted already stays. */
export const removeInvitation = command({
  permission: 'invitation.write',
  input: z.strictObject({ textId: z.uuid() }),
  async run({ tx, workspaceId }, { textId }) {
    const removed = await tx
      .delete(invitationTexts)
      .where(isInvitation(workspaceId, textId))
      .returning({ id: invitationTexts.id });
    if (removed.length === 0) throw new Refusal('not_found', 'There is no such invitation here.');
    return { value: null, events: [{ type: 'policy.changed', data: { textId } }] };
  },
});
