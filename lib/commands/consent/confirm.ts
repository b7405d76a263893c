import 'server-only';
import { eq } from 'drizzle-orm';
import { workspaces } from '@/db/schema/workspaces';
import type { ConsentScope } from '@/lib/domain/consent/ledger';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { CommandContext } from '../command';
import type { Conversation } from '../conversation/conversation-for';
import { sendAutomatic } from '../conversation/send-automatic';

/** Tells somebody that their no was heard, in the workspace's words; null where it has none. */
export async function confirmOptOut(
  context: CommandContext<null>,
  conversation: Conversation,
  scope: ConsentScope,
): Promise<{ messageId: string; events: EventDraft[] } | null> {
  const { tx, workspaceId } = context;
  const [words] = await tx
    .select({ all: workspaces.optOutConfirmation, offers: workspaces.noOffersConfirmation })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId));
  const body = words?.[scope] ?? null;
  if (body === null) return null;
  return await sendAutomatic(context, conversation, { body, automatic: 'opt_out' });
}
