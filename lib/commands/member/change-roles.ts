import 'server-only';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { members } from '@/db/schema/workspaces';
import { announceRevocation } from '@/lib/auth/revocation';
import { command } from '../command';
import { lastAdminStays, memberToManage } from './manage';
import { someRoles } from './roles';

/** Gives a member other roles, from their next request on. The only admin stays one. */
export const changeRoles = command({
  permission: 'member.manage',
  input: z.strictObject({ memberId: z.uuid(), roles: someRoles }),
  async run({ tx, workspaceId }, { memberId, roles }) {
    const member = await memberToManage(tx, workspaceId, memberId);
    if (member.isLastAdmin && !roles.includes('admin')) throw lastAdminStays();
    if (
      roles.length === member.roles.length &&
      roles.every((role) => member.roles.includes(role))
    ) {
      return { value: null, events: [] };
    }
    await tx
      .update(members)
      .set({ roles })
      .where(and(eq(members.workspaceId, workspaceId), eq(members.id, memberId)));
    await announceRevocation(tx, member.userId);
    return {
      value: null,
      events: [{ type: 'member.changed', memberId, data: { roles: roles.join(' ') } }],
    };
  },
});
