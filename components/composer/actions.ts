'use server';

import { action } from '@/lib/action';
import { askForApproval } from '@/lib/commands/approved-reply/ask-approval';
import { insertReply } from '@/lib/commands/approved-reply/insert';
import { noteOnConversation } from '@/lib/commands/conversation/note';
import { replyToConversation } from '@/lib/commands/conversation/reply';
import { undoSend } from '@/lib/commands/conversation/undo-send';
import { takeOverDraft } from '@/lib/commands/draft/take-over';
import { inviteToPrivate } from '@/lib/commands/handoff/invite';
import { writePrivately } from '@/lib/commands/handoff/write-privately';

export const inviteAction = action(inviteToPrivate);
export const writePrivatelyAction = action(writePrivately);
export const replyAction = action(replyToConversation);
export const noteAction = action(noteOnConversation);
export const takeOverDraftAction = action(takeOverDraft);
export const undoSendAction = action(undoSend);
export const insertReplyAction = action(insertReply);
export const askForApprovalAction = action(askForApproval);
