import 'server-only';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { invitationTexts } from '@/db/schema/handoffs';
import { invitationLimit } from '@/lib/domain/conversation/post-length';
import { exactPostWeight } from '@/lib/post-weight';

/** The words of an invitation: a post that has room for its button. */
export const invitationWords = z
  .string()
  .max(10_000, 'This is too long for a post.')
  .transform((words) => words.normalize('NFC').replace(/\r\n?/gu, '\n').trim())
  .pipe(
    z
      .string()
      .min(1, 'Write the invitation.')
      .regex(/^[^\p{Cs}\u202a-\u202e\u2066-\u2069]*$/u, 'This holds signs that cannot be shown.')
      .superRefine((words, check) => {
        const over = exactPostWeight(words) - invitationLimit;
        if (over <= 0) return;
        const message = `Shorten it by ${over}: it may weigh ${invitationLimit}, so that its button fits into the post.`;
        check.addIssue({ code: 'custom', message });
      }),
  );

export function isInvitation(workspaceId: string, textId: string) {
  return and(eq(invitationTexts.workspaceId, workspaceId), eq(invitationTexts.id, textId));
}
