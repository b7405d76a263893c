import { saveDraft } from '@/lib/commands/draft/save';
import { draftsOf } from '@/lib/queries/inbox/drafts';
import { read, write } from '@/lib/route';

export const GET = read<{ conversationId: string }, unknown>((actor, { conversationId }) =>
  draftsOf(actor, conversationId),
);

export const PUT = write(saveDraft);
