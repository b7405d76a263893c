'use server';

import { action } from '@/lib/action';
import { insertReply } from '@/lib/commands/approved-reply/insert';

export const insertReplyAction = action(insertReply);
