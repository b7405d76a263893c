import { conversationList } from '@/lib/queries/inbox/conversation-list';
import { listRequestFrom } from '@/lib/queries/inbox/list-params';
import { read } from '@/lib/route';

export const GET = read((actor, _, search) =>
  conversationList(actor, { ...listRequestFrom(search), cursor: search.get('cursor') }),
);
