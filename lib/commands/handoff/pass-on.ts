import 'server-only';
import { sql } from 'drizzle-orm';
import type { Actor } from '@/lib/domain/access/can';
import { priorities } from '@/lib/domain/conversation/conversation';
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
  const { rows } = await tx.execute<Passed>(sql`
    with before as (
      select team_id, priority, owner_id from conversations
      where workspace_id = ${workspaceId} and id = ${privateId} for update
    )
    update conversations talk set
      owner_id = coalesce(talk.owner_id, thread.owner_id),
      team_id = coalesce(talk.team_id, thread.team_id),
      priority = case when talk.priority = 1 then thread.priority else talk.priority end,
      label_ids = talk.label_ids || array(select unnest(thread.label_ids) except select unnest(talk.label_ids)),
      version = talk.version + 1
    from conversations thread, before
    where talk.workspace_id = ${workspaceId} and talk.id = ${privateId}
      and thread.workspace_id = talk.workspace_id and thread.id = ${publicId}
    returning before.team_id as "teamBefore", talk.team_id as "teamId",
      before.priority as "priorityBefore", talk.priority,
      before.owner_id as "ownerBefore", talk.owner_id as "ownerId"`);
  const by = matchedBy === null ? {} : { matchedBy };
  return [
    ...rows.flatMap((passed) => takenOver(privateId, passed)),
    {
      type: 'conversation.handed_off',
      conversationId: privateId,
      data: { from: publicId, ...by },
    },
    { type: 'conversation.handed_off', conversationId: publicId, data: { to: privateId, ...by } },
  ];
}

type Passed = {
  teamBefore: string | null;
  teamId: string | null;
  priorityBefore: number;
  priority: number;
  ownerBefore: string | null;
  ownerId: string | null;
};

function takenOver(conversationId: string, passed: Passed): EventDraft[] {
  const { teamBefore, teamId, priorityBefore, priority, ownerBefore, ownerId } = passed;
  const [from, to] = [priorities[priorityBefore] ?? null, priorities[priority] ?? null];
  return [
    ...(teamBefore === teamId
      ? []
      : [
          {
            type: 'conversation.teamed',
            conversationId,
            data: { from: teamBefore, to: teamId },
          } as const,
        ]),
    ...(from === to
      ? []
      : [{ type: 'conversation.prioritised', conversationId, data: { from, to } } as const]),
    ...(ownerId === null || ownerBefore !== null
      ? []
      : [
          {
            type: 'conversation.assigned',
            conversationId,
            memberId: ownerId,
            data: { from: null },
          } as const,
        ]),
  ];
}
