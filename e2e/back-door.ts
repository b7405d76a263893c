import { randomUUID } from 'node:crypto';
import pg from 'pg';

type Promised = { seconds: number; riskPercent: number };

export type Floor = { teamId: string; robin: string; sasha: string };

const floorText = `
  with ws as (select current_setting('app.workspace_id')::uuid as id),
  team as (
    insert into teams (workspace_id, id, name) select ws.id, $1::uuid, $2 from ws returning id
  ), people as (
    insert into members (workspace_id, id, user_id, name, email, roles, seen_at)
    select ws.id, p.id, p."user", p.name, p.email, array['agent'], now() + interval '1 hour'
    from ws, jsonb_to_recordset($3::jsonb) p(id uuid, "user" uuid, name text, email text)
    returning id, name
  ), seats as (
    insert into team_members (workspace_id, team_id, member_id)
    select ws.id, team.id, people.id from ws, team, people returning member_id
  ), numbered as (
    select n, gen_random_uuid() as contact, gen_random_uuid() as identity, gen_random_uuid() as id,
      now() - (n + 1) * interval '1 minute' as at,
      $2 || ' ' || n as name
    from generate_series(1, $4::int) n
  ), contacts_made as (
    insert into contacts (workspace_id, id, name) select ws.id, contact, name from ws, numbered
    returning id
  ), identities_made as (
    insert into identities (workspace_id, id, contact_id, network, external_id, handle, name)
    select ws.id, identity, contact, 'x', identity::text, null, numbered.name
    from ws, numbered join contacts_made made on made.id = contact returning id
  ), made as (
    insert into conversations (workspace_id, id, channel_id, identity_id, team_id, owner_id, priority,
      last_message_at, last_message_kind, preview, last_inbound_at, waiting_since)
    select ws.id, numbered.id, channel.id, identity, team.id,
      case when n > $4::int - $5::int then (select people.id from people where people.name like 'Robin%') end,
      case when n = 1 then 3 else 1 end, at, 'inbound', 'Where is order ' || n || '?', at, at
    from ws, team, numbered
    join identities_made on identities_made.id = identity
    cross join (select id from channels where handle = 'saltedcaramel') channel
    returning id, channel_id, last_message_at, preview
  )
  insert into messages (workspace_id, id, conversation_id, channel_id, kind, body, at, tie, external_id)
  select ws.id, gen_random_uuid(), made.id, channel_id, 'inbound', preview, last_message_at, 0,
    made.id::text
  from ws, made`;

/** Rows as a journey needs them that nobody can wait for: an hour that passes, years of talk. */
export class BackDoor {
  private readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  /** The next one to be woken sleeps only this much longer, by the database's clock. */
  async wakeSoon(handle: string, ms: number): Promise<void> {
    await this.run(
      `update conversations c set snoozed_until = clock_timestamp() + $2 * interval '1 millisecond'
       from identities i where i.workspace_id = c.workspace_id and i.id = c.identity_id
         and c.kind = 'private' and i.handle = $1 and c.status = 'snoozed'`,
      [handle, ms],
    );
  }

  /** A conversation that has gone on for years: this many messages before everything in it. */
  async fillThread(handle: string, count: number): Promise<void> {
    await this.run(
      `insert into messages (workspace_id, id, conversation_id, channel_id, kind, body, at, tie)
       select c.workspace_id, gen_random_uuid(), c.id, c.channel_id,
         case when n % 5 in (0, 1) then 'outbound' else 'inbound' end,
         case when n % 40 = 0 then repeat('A longer answer that takes several lines. ', 9)
           else 'Line ' || n || '.' end,
         c.last_message_at - ($2 - n + 1) * interval '7 minutes', n
       from conversations c
       join identities i on i.workspace_id = c.workspace_id and i.id = c.identity_id
       cross join generate_series(1, $2) n where i.handle = $1 and c.kind = 'private'`,
      [handle, count],
    );
  }

  /** They agreed to be sent offers an hour ago, or do not want them any more; and nothing was said about it. */
  async wantsOffers(handle: string, granted = true): Promise<void> {
    await this.run(
      `insert into consents (workspace_id, id, contact_id, identity_id, conversation_id, scope,
         granted, source, evidence, at)
       select c.workspace_id, gen_random_uuid(), i.contact_id, i.id, c.id, 'offers', $2, 'told',
         'At the till', case when $2 then now() - interval '1 hour' else now() end
       from conversations c
       join identities i on i.workspace_id = c.workspace_id and i.id = c.identity_id
       where i.handle = $1`,
      [handle, granted],
    );
  }

  /** A label of this name, on the conversations of these people. */
  async label(name: string, handles: readonly string[]): Promise<void> {
    await this.run(
      `with made as (
         insert into labels (workspace_id, id, name, colour)
         values (current_setting('app.workspace_id')::uuid, gen_random_uuid(), $1, 'green')
         returning id)
       update conversations c set label_ids = array[made.id]
       from made, identities i
       where i.workspace_id = c.workspace_id and i.id = c.identity_id and i.handle = any($2)`,
      [name, handles],
    );
  }

  /**
   * A label of this name, and a policy before all others for what has it: a first response within so many
   * seconds, round the clock, at risk from this share of them on.
   */
  async promise(label: string, { seconds, riskPercent }: Promised): Promise<void> {
    await this.run(
      `with label as (
         insert into labels (workspace_id, id, name, colour)
         values (current_setting('app.workspace_id')::uuid, gen_random_uuid(), $1, 'teal')
         returning workspace_id, id
       ), policy as (
         insert into sla_policies (workspace_id, id, position)
         select label.workspace_id, gen_random_uuid(), (select min(position) - 1 from sla_policies) from label
         returning workspace_id, id
       )
       insert into sla_policy_versions (workspace_id, id, policy_id, no, name, calendar_id, conditions, promises,
         steps, risk_percent)
       select policy.workspace_id, gen_random_uuid(), policy.id, 1, $1, (select id from calendars limit 1),
         jsonb_build_object('labelIds', jsonb_build_array(label.id)),
         jsonb_build_object('first_response', jsonb_build_object('clock', 'always', 'pausedBy', '[]'::jsonb,
           'seconds', (select jsonb_object_agg(name, $2::int) from unnest(array['low','normal','high','urgent']) name))),
         '[]', $3
       from policy, label`,
      [label, seconds, riskPercent],
    );
  }

  /** Nothing leaves this channel until it is connected again, and nobody looks after it meanwhile. */
  async cutOff(handle: string, isCut = true): Promise<void> {
    await this.run(
      'update channels set status = $2, heal_due_at = now() + $3::interval where handle = $1',
      [handle, ...(isCut ? ['reconnect', '1 hour'] : ['connected', '0'])],
    );
  }

  /** What was promised to them first was due a moment ago, and nobody has noticed it yet. */
  async breach(handle: string): Promise<void> {
    await this.run(
      `with about as (
         update sla_targets t set due_at = now() - interval '1 second'
         from conversations c
         join identities i on i.workspace_id = c.workspace_id and i.id = c.identity_id
         where i.handle = $1 and t.workspace_id = c.workspace_id and t.conversation_id = c.id
           and t.metric = 'first_response' and t.outcome = 'running'
         returning t.workspace_id, t.id, t.due_at
       ), armed as (
         update sla_timers timer set due_at = about.due_at from about
         where timer.workspace_id = about.workspace_id and timer.target_id = about.id
           and timer.step = 'breach' and timer.fired_at is null
         returning timer.target_id
       )
       select pg_notify('porchlight_work', 'sla') from armed`,
      [handle],
    );
  }

  /** A team that gives out its work, of these members; what these people wrote is with it. */
  async routes(
    name: string,
    members: readonly string[],
    handles: readonly string[],
  ): Promise<void> {
    await this.run(
      `with team as (
         insert into teams (workspace_id, id, name, strategy)
         values (current_setting('app.workspace_id')::uuid, gen_random_uuid(), $1, 'balanced')
         returning workspace_id, id
       ), seats as (
         insert into team_members (workspace_id, team_id, member_id)
         select team.workspace_id, team.id, m.id from team, members m where m.email = any($2)
       )
       update conversations c set team_id = team.id from team, identities i
       where i.workspace_id = c.workspace_id and i.id = c.identity_id and i.handle = any($3)`,
      [name, members, handles],
    );
  }

  /** The team gives nothing out any more. */
  async routesNoMore(name: string): Promise<void> {
    await this.run("update teams set strategy = 'off', archived_at = now() where name = $1", [
      name,
    ]);
  }

  /** Somebody is here for an hour with room for anything, and says this of themself. */
  async attends(email: string, availability: 'available' | 'away'): Promise<void> {
    await this.run(
      `update members set seen_at = now() + interval '1 hour', capacity = 900, availability = $2,
         availability_reason = null, availability_until = null, availability_at = now()
       where email = $1`,
      [email, availability],
    );
  }

  /**
   * A team of this name with two agents who are here and have nothing to do, and so many conversations for
   * it that nobody has. Of these, the last `taken` are the first agent's.
   */
  async floor(name: string, count: number, taken = 0): Promise<Floor> {
    const people = ['Robin', 'Sasha'].map((first) => ({
      id: randomUUID(),
      user: randomUUID(),
      name: `${first} ${name}`,
      email: `${first}.${randomUUID()}@saltedcaramel.example`.toLowerCase(),
    }));
    await this.asSystem(
      `insert into users (id, email, name)
       select p."user", p.email, p.name
       from jsonb_to_recordset($1::jsonb) p("user" uuid, email text, name text)`,
      [JSON.stringify(people)],
    );
    const teamId = randomUUID();
    await this.run(floorText, [teamId, name, JSON.stringify(people), count, taken]);
    return { teamId, robin: `Robin ${name}`, sasha: `Sasha ${name}` };
  }

  /** Its conversations are closed and its people have left, so that no other journey meets them. */
  async endFloor({ teamId }: Floor): Promise<void> {
    await this.run(
      `with closed as (
         update conversations set status = 'resolved', owner_id = null, team_id = null,
           waiting_since = null, resolved_at = now(), version = version + 1 where team_id = $1
       ), gone as (
         update teams set archived_at = now() where id = $1
       )
       update members m set removed_at = now() from team_members seat
       where seat.team_id = $1 and seat.member_id = m.id`,
      [teamId],
    );
  }

  private async asSystem(statement: string, values: unknown[]): Promise<void> {
    const client = new pg.Client({ connectionString: this.url });
    await client.connect();
    try {
      await client.query('begin; set local role porchlight_system');
      await client.query(statement, values);
      await client.query('commit');
    } finally {
      await client.end();
    }
  }

  protected async run(statement: string, values: unknown[]): Promise<void> {
    const client = new pg.Client({ connectionString: this.url });
    await client.connect();
    try {
      await client.query('begin; set local role porchlight_system');
      const { rows } = await client.query<{ id: string }>(
        "select workspace_id as id from members where email = 'ada@saltedcaramel.example'",
      );
      await client.query(
        "select set_config('role', 'porchlight_app', true), set_config('app.workspace_id', $1, true)",
        [rows[0]?.id],
      );
      await client.query(statement, values);
      await client.query('commit');
    } finally {
      await client.end();
    }
  }
}
