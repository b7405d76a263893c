'use server';

import { action } from '@/lib/action';
import { addInvitation } from '@/lib/commands/invitation/add';
import { changeInvitation } from '@/lib/commands/invitation/change';
import { removeInvitation } from '@/lib/commands/invitation/remove';

export const addInvitationAction = action(addInvitation);
export const changeInvitationAction = action(changeInvitation);
export const removeInvitationAction = action(removeInvitation);
