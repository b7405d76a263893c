import { conversationIds } from '@/lib/queries/inbox/conversation-ids';
import { listRequestFrom } from '@/lib/queries/inbox/list-params';
import { read } from '@/lib/route';

export const GET = read((actor, _, search) => conversationIds(actor, listRequestFrom(search)));
