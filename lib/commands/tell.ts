import 'server-only';
import { v7 as uuid } from 'uuid';
import type { Tx } from '@/db/client';
import { prepared } from '@/db/client';
import type { Role } from '@/lib/domain/access/can';
import { holdersOf } from '@/lib/domain/access/can';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { Facts } from '@/lib/domain/notifications/rule';
import { gathered, mayTell, tellingsOf } from '@/lib/domain/notifications/rule';
import { letterWaitMs } from './mail/wait';

type Happened = {
  workspaceId: string;
  actorMemberId: string | null;
  events: readonly EventDraft[];
};

/**
 * Writes for every member whom the events concern what they will find in their list, and what goes to
 * them by e-mail too. Answers with the events, each naming in `told` those members, so that only their
 * screens look again.
 */
export async function tellMembers(tx: Tx, happened: Happened): Promise<readonly EventDraft[]> {
  const { workspaceId, actorMemberId, events } = happened;
  if (!events.some(mayTell)) return events;
  const facts = await factsFor(tx, workspaceId, events.filter(mayTell));
  const tellings = events.map((event) => tellingsOf(event, actorMemberId, facts));
  const lines = gathered(tellings.flat());
  if (lines.length === 0) return events;
  await prepared(tx, {
    name: 'tell-members',
    text: tellText,
    values: [
      workspaceId,
      JSON.stringify(lines.map((line) => ({ ...line, id: uuid() }))),
      letterWaitMs(),
    ],
  });
  return events.map((event, index) => {
    const told = tellings[index]?.map(({ memberId }) => memberId).join(' ');
    return told ? { ...event, data: { ...event.data, told } } : event;
  });
}

async function factsFor(
  tx: Tx,
  workspaceId: string,
  events: readonly EventDraft[],
): Promise<Facts> {
  const [row] = await prepared<Facts>(tx, {
    name: 'tell-facts',
    text: factsText,
    values: [
      workspaceId,
      events.flatMap(({ conversationId }) => conversationId ?? []),
      events.flatMap(({ messageId }) => messageId ?? []),
      events.some(({ type }) => type.startsWith('channel.') || type.startsWith('member.')),
      events.some(({ type }) => type.startsWith('sla.')),
      events.some(({ type }) => type === 'reply.submitted' || type === 'approval.asked'),
    ],
  });
  return row ?? { standing: {}, messages: {}, leads: [], admins: [], reviewers: [] };
}

const holding = (roles: readonly Role[], asked: string) => `
    (select coalesce(jsonb_agg(a.id), '[]') from members a
      where ${asked}::boolean and a.workspace_id = $1 and a.removed_at is null
        and a.roles && '{${roles.join(',')}}'::text[])`;

// Teams are looked at for promises only: nothing else tells them.
const factsText = `
  select
    (select coalesce(jsonb_object_agg(c.id, jsonb_build_object('ownerId', c.owner_id,
        'team', case when $5::boolean and c.team_id is not null then (
          select coalesce(jsonb_agg(seat.member_id), '[]') from team_members seat
          join members m on m.workspace_id = $1 and m.id = seat.member_id and m.removed_at is null
          where seat.workspace_id = $1 and seat.team_id = c.team_id) end)), '{}')
      from conversations c
      where c.workspace_id = $1 and c.id = any($2::uuid[]) and c.status <> 'spam') as standing,
    (select coalesce(jsonb_object_agg(m.id, jsonb_build_object(
        'authorId', m.author_id, 'mentionIds', m.mention_ids)), '{}') from messages m
      where m.workspace_id = $1 and m.id = any($3::uuid[]) and m.kind <> 'inbound') as messages,
    ${holding(['lead'], '$5')} as leads,
    ${holding(['admin'], '$4')} as admins,
    ${holding(holdersOf('reply.review'), '$6')} as reviewers`;

// What is unread already is not told again: it happened once more, and is news again. What was due takes
// the place of the warning before it. Where no e-mail
// leaves ($3 is null), none is kept for later.
const tellText = `
  with told as (
    select line.*,
      coalesce(m.settings #> '{notifications,email}', '[]') ? line.kind as by_email
    from jsonb_to_recordset($2::jsonb) as line(id uuid, "memberId" uuid, kind text,
      "conversationId" uuid, "messageId" uuid, "channelId" uuid, "actorMemberId" uuid, times int,
      metric text, "dueAt" timestamptz)
    join members m on m.workspace_id = $1 and m.id = line."memberId" and m.removed_at is null
    where not coalesce(m.settings #> '{notifications,off}', '[]') ? line.kind
  ), over as (
    update notifications n set read_at = clock_timestamp()
    from told
    where told.kind = 'breached' and n.kind = 'due_soon' and n.read_at is null
      and n.workspace_id = $1 and n.member_id = told."memberId"
      and n.conversation_id = told."conversationId" and n.metric = told.metric
  ), again as (
    update notifications n set times = n.times + told.times, at = clock_timestamp(),
      message_id = told."messageId", actor_member_id = told."actorMemberId", due_at = told."dueAt"
    from told
    where n.workspace_id = $1 and n.member_id = told."memberId" and n.kind = told.kind
      and n.conversation_id is not distinct from told."conversationId"
      and n.channel_id is not distinct from told."channelId"
      and n.metric is not distinct from told.metric and n.read_at is null
    returning told.id as told_id, n.id, n.times
  ), made as (
    insert into notifications (workspace_id, id, member_id, kind, conversation_id, message_id,
      channel_id, actor_member_id, times, at, metric, due_at)
    select $1, id, "memberId", kind, "conversationId", "messageId", "channelId", "actorMemberId",
      times, clock_timestamp(), metric, "dueAt"
    from told where id not in (select told_id from again)
    returning id as told_id, id, times
  )
  insert into emails (workspace_id, notification_id, times, member_id, due_at)
  select $1, line.id, line.times, told."memberId",
    clock_timestamp() + $3::float8 * interval '1 millisecond'
  from (select * from again union all select * from made) line
  join told on told.id = line.told_id
  where told.by_email and $3::float8 is not null`;
