import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { invitations } from '@/db/schema/workspaces';
import { hashOfSecret, newSecret } from '@/lib/auth/session-cookie';
import { command } from '../command';
import { invitationLasts, linkOf } from './invite-member';
import { invitationIsClosed } from './join';

/** Makes a new link for an invitation that is open or too old; the link before is worth nothing from now on. */
export const renewInvitation = command({
  permission: 'member.invite',
  input: z.strictObject({ invitationId: z.uuid() }),
  async run({ tx, workspaceId }, { invitationId }) {
    const token = newSecret();
    const [renewed] = await tx
      .update(invitations)
      .set({ tokenHash: hashOfSecret(token), expiresAt: invitationLasts })
      .where(
        and(
          eq(invitations.workspaceId, workspaceId),
          eq(invitations.id, invitationId),
          isNull(invitations.acceptedAt),
          isNull(invitations.revokedAt),
        ),
      )
      .returning({ email: invitations.email });
    if (!renewed) throw invitationIsClosed();
    return {
      value: { email: renewed.email, link: linkOf(token) },
      events: [{ type: 'member.invited', data: { invitationId } }],
    };
  },
});
