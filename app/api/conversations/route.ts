import type { View } from '@/lib/domain/conversation/conversation';
import { views } from '@/lib/domain/conversation/conversation';
import { Refusal } from '@/lib/domain/refusal';
import { conversationList } from '@/lib/queries/inbox/conversation-list';
import { read } from '@/lib/route';

export const GET = read((actor, _, search) =>
  conversationList(actor, { view: viewFor(search.get('view')), cursor: search.get('cursor') }),
);

function viewFor(name: string | null): View {
  const view = views.find((known) => known === name);
  if (!view) throw new Refusal('invalid', 'There is no such view.');
  return view;
}
