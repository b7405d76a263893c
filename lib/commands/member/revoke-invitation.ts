import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { invitations } from '@/db/schema/workspaces';
import { command } from '../command';
import { invitationIsClosed } from './join';

/** Closes an invitation before anyone took it. */
export const revokeInvitation = command({
  permission: 'member.invite',
  input: z.strictObject({ invitationId: z.uuid() }),
  async run({ tx, workspaceId }, { invitationId }) {
    const closed = await tx
      .update(invitations)
      .set({ revokedAt: sql`now()` })
      .where(
        and(
          eq(invitations.workspaceId, workspaceId),
          eq(invitations.id, invitationId),
          isNull(invitations.acceptedAt),
          isNull(invitations.revokedAt),
        ),
      )
      .returning({ id: invitations.id });
    if (closed.length === 0) throw invitationIsClosed();
    return { value: null, events: [{ type: 'member.changed', data: { invitationId } }] };
  },
});
