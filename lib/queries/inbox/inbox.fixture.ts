import type { TestDatabase } from '@/db/testing';
import { aChannel, aMember, aWorkspace } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';

export type AnInbox = {
  workspaceId: string;
  me: Actor;
  colleague: Actor;
  channels: string[];
  teams: string[];
  labels: string[];
};

/**
 * A workspace with `count` conversations of every kind, made by the database alone: statuses, owners, teams,
 * channels, labels, priorities, waits and clocks in every mixture; many share one moment.
 */
export async function anInbox(database: TestDatabase, count: number): Promise<AnInbox> {
  const workspaceId = await aWorkspace();
  const me = await aMember(workspaceId, ['agent', 'lead'], 'Zoë Berg');
  const colleague = await aMember(workspaceId, ['agent'], 'Adam Okoro');
  const channels = [(await aChannel(workspaceId, { handle: 'caramel' })).id];
  channels.push((await aChannel(workspaceId, { handle: 'caramelhelp' })).id);
  const run = <Row extends Record<string, unknown>>(text: string, ...values: unknown[]) =>
    database.admin.query<Row>(text, [workspaceId, ...values]).then(({ rows }) => rows);
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
  const teams = ids(
    await run(`insert into teams (workspace_id, id, name)
      values ($1, gen_random_uuid(), 'Refunds'), ($1, gen_random_uuid(), 'Press') returning id`),
  );
  const labels = ids(
    await run(`insert into labels (workspace_id, id, name, colour)
      select $1, gen_random_uuid(), name, 'grey' from unnest(array['vip','melted','rare']) name returning id`),
  );
  const people = `with made as (
      insert into contacts (workspace_id, id, name)
      select $1, gen_random_uuid(), 'Customer ' || n from generate_series(1, $2::int) n returning id, name)
    insert into identities (workspace_id, id, contact_id, network, external_id, handle, name)
    select $1, gen_random_uuid(), id, 'x', 'p' || row_number() over (), lower(replace(name, ' ', '_')), name from made`;
  await run(people, count);
  await run(conversations, channels, teams, labels, [me.memberId, colleague.memberId]);
  await run(`insert into messages (workspace_id, id, conversation_id, channel_id, kind, body, at, external_id)
    select workspace_id, gen_random_uuid(), id, channel_id, 'inbound', preview, last_message_at, id::text
    from conversations where workspace_id = $1`);
  await run(
    `insert into note_mentions (workspace_id, member_id, conversation_id, message_id)
     select m.workspace_id, $2, m.conversation_id, m.id from messages m
     where m.workspace_id = $1 and ('x' || substr(m.id::text, 1, 4))::bit(16)::int % greatest(9, $3::int / 200) = 0`,
    me.memberId,
    count,
  );
  await run(
    `insert into deliveries (workspace_id, message_id, conversation_id, channel_id, state)
     select m.workspace_id, m.id, m.conversation_id, m.channel_id,
       (array['failed','needs_review','sent'])[1 + ('x' || substr(m.id::text, 3, 2))::bit(8)::int % 3]
     from messages m where m.workspace_id = $1
       and ('x' || substr(replace(m.id::text, chr(45), chr(48)), 5, 4))::bit(16)::int % greatest(7, $2::int / 200) = 0`,
    count,
  );
  await run(
    `insert into conversation_reads (workspace_id, member_id, conversation_id, read_up_to)
     select workspace_id, $2, id, last_message_at from conversations
     where workspace_id = $1 and ('x' || substr(id::text, 1, 2))::bit(8)::int % 3 = 0`,
    me.memberId,
  );
  await database.admin.query(
    'analyze conversations, messages, note_mentions, deliveries, identities',
  );
  return { workspaceId, me, colleague, channels, teams, labels };
}

const conversations = `
  insert into conversations (workspace_id, id, channel_id, identity_id, kind, public_thread, status, owner_id, team_id, label_ids,
    priority, has_attachment, last_message_at, last_message_kind, preview, last_inbound_at, waiting_since, snoozed_until, due_at, risk_at, breached_at)
  select $1, gen_random_uuid(), ($2::uuid[])[1 + n % 2], i.id,
    case when n % 8 = 0 then 'public' else 'private' end, case when n % 8 = 0 then 'post ' || n end, s.status,
    case n % 3 when 0 then null when 1 then ($5::uuid[])[1] else ($5::uuid[])[2] end,
    case n % 5 when 0 then ($3::uuid[])[1] when 1 then ($3::uuid[])[2] end,
    case when n % 97 = 0 then ($4::uuid[])[3:3] when n % 4 = 0 then ($4::uuid[])[1:1]
      when n % 7 = 0 then ($4::uuid[])[1:2] else '{}' end,
    case when n % 41 = 0 then 3 when n % 11 = 0 then 2 when n % 13 = 0 then 0 else 1 end,
    n % 6 = 0, at, 'inbound', 'Message number ' || n, at,
    case when n % 2 = 0 then at - (n % 17) * interval '1 hour' end,
    case s.status when 'snoozed' then timestamptz '2030-01-01' end,
    case when n % 4 <> 3 and s.status not in ('resolved', 'spam') then at + (n % 23) * interval '1 hour' end,
    case when n % 28 in (1, 2, 12) and s.status not in ('resolved', 'spam') then at end,
    case when n % 28 in (2, 6, 13) and s.status not in ('resolved', 'spam') then at end
  from (
    select i.id, row_number() over (order by i.id) as n from identities i where i.workspace_id = $1
  ) i
  cross join lateral (select (array['open','open','waiting','on_hold','snoozed','resolved','resolved','resolved',
      'spam','open'])[1 + i.n % 10] as status,
    timestamptz '2026-11-20T10:00:00.000001Z' - (i.n / 3) * interval '1 minute' as at) s`;
