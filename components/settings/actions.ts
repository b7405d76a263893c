'use server';

import { action } from '@/lib/action';
import { changeRoles } from '@/lib/commands/member/change-roles';
import { inviteMember } from '@/lib/commands/member/invite-member';
import { removeMember } from '@/lib/commands/member/remove-member';
import { revokeInvitation } from '@/lib/commands/member/revoke-invitation';
import { revokeSession } from '@/lib/commands/member/revoke-session';
import { switchWorkspace } from '@/lib/commands/member/switch-workspace';

export const inviteMemberAction = action(inviteMember);
export const revokeInvitationAction = action(revokeInvitation);
export const changeRolesAction = action(changeRoles);
export const removeMemberAction = action(removeMember);
export const revokeSessionAction = action(revokeSession);
export const switchWorkspaceAction = action(switchWorkspace);
