'use server';

import { action } from '@/lib/action';
import { noteOnConversation } from '@/lib/commands/conversation/note';
import { replyToConversation } from '@/lib/commands/conversation/reply';

export const replyAction = action(replyToConversation);
export const noteAction = action(noteOnConversation);
