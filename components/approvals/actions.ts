'use server';

import { action } from '@/lib/action';
import { approveReply } from '@/lib/commands/approved-reply/approve-reply';
import { returnReply } from '@/lib/commands/approved-reply/return';
import { withdrawApproval } from '@/lib/commands/approved-reply/withdraw-approval';

export const approveReplyAction = action(approveReply);
export const returnReplyAction = action(returnReply);
export const withdrawApprovalAction = action(withdrawApproval);
