import 'server-only';
import { sql } from 'drizzle-orm';
import type { Actor } from '@/lib/domain/access/can';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { CommandContext } from '../command';

type Passing = { publicId: string; privateId: string; matchedBy: 'link' | 'author' | null };

/**
 * The private conversation takes over what it has none of itself: owner, team, priority; and the labels
 * beside its own. Both are told of the other.
 */
export async function passOn(
  { tx, workspaceId }: CommandContext<Actor | null>,
  { publicId, privateId, matchedBy }: Passing,
): Promise<EventDraft[]> {
  await tx.execute(sql`
    update conversations talk set
      owner_id = coalesce(talk.owner_id, thread.owner_id),
      team_id = coalesce(talk.team_id, thread.team_id),
      priority = case when talk.priority = 1 then thread.priority else talk.priority end,
      label_ids = talk.label_ids || array(select unnest(thread.label_ids) except select unnest(talk.label_ids)),
      version = talk.version + 1
    from conversations thread
    where talk.workspace_id = ${workspaceId} and talk.id = ${privateId}
      and thread.workspace_id = talk.workspace_id and thread.id = ${publicId}`);
  const by = matchedBy === null ? {} : { matchedBy };
  return [
    {
      type: 'conversation.handed_off',
      conversationId: privateId,
      data: { from: publicId, ...by },
    },
    { type: 'conversation.handed_off', conversationId: publicId, data: { to: privateId, ...by } },
  ];
}
