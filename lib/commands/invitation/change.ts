import 'server-only';
import { z } from 'zod';
import { invitationTexts } from '@/db/schema/handoffs';
import { Refusal } from '@/lib/domain/refusal';
import { command } from '../command';
import { invitationWords, isInvitation } from './words';

/** Says an invitation in other words. What was posted already stays as it is. */
export const changeInvitation = command({
  permission: 'invitation.write',
  input: z.strictObject({ textId: z.uuid(), body: invitationWords }),
  async run({ tx, workspaceId }, { textId, body }) {
    const [before] = await tx
      .select({ body: invitationTexts.body })
      .from(invitationTexts)
      .where(isInvitation(workspaceId, textId))
      .for('update');
    if (!before) throw new Refusal('not_found', 'There is no such invitation here.');
    if (before.body === body) return { value: null, events: [] };
    await tx.update(invitationTexts).set({ body }).where(isInvitation(workspaceId, textId));
    return { value: null, events: [{ type: 'policy.changed', data: { textId } }] };
  },
});
