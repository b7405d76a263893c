import 'server-only';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { invitationTexts } from '@/db/schema/handoffs';
import { command } from '../command';
import { invitationWords } from './words';

/** Approves words that invite somebody in public to write in private; they stand after those there are. */
export const addInvitation = command({
  permission: 'invitation.write',
  input: z.strictObject({ body: invitationWords }),
  async run({ tx, workspaceId }, { body }) {
    const textId = uuid();
    await tx.insert(invitationTexts).values({ workspaceId, id: textId, body });
    return { value: { textId }, events: [{ type: 'policy.changed', data: { textId } }] };
  },
});
