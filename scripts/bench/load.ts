import type pg from 'pg';
import { v7 as uuid } from 'uuid';
import type { DatasetConversation } from './dataset';
import { generate } from './dataset';

export type Loaded = {
  workspaceId: string;
  members: { id: string; userId: string }[];
  channels: { id: string; externalId: string }[];
  conversations: { id: string; messages: number; status: string; personExternalId: string }[];
};

type Row = Record<string, unknown>;
type Batch = Record<'contacts' | 'identities' | 'conversations' | 'messages', Row[]>;

const BATCH = 2_000;
const FIRST_EXTERNAL_ID = 1_700_000_000_000_000_000n;

/**
 * Loads `count` conversations of the data set into a workspace of their own, past the fences, as the superuser.
 * `bodies: false` keeps one message a conversation: for measuring lists over a million of them.
 */
export async function load(
  client: pg.Client,
  count: number,
  { bodies = true, name = 'Bench' } = {},
): Promise<Loaded> {
  const loaded = await setTheScene(client, name);
  let nextExternalId = FIRST_EXTERNAL_ID + BigInt(Date.now()) * 1_000n;
  const external = () => String(nextExternalId++);
  let batch = emptyBatch();
  for (const conversation of generate(count)) {
    loaded.conversations.push(add(batch, loaded, { conversation, external, bodies }));
    if (batch.conversations.length >= BATCH) {
      await flush(client, batch);
      batch = emptyBatch();
    }
  }
  await flush(client, batch);
  await client.query('vacuum analyze');
  return loaded;
}

async function setTheScene(client: pg.Client, name: string): Promise<Loaded> {
  const workspaceId = uuid();
  await client.query('insert into workspaces (id, name, slug) values ($1, $2, $3)', [
    workspaceId,
    name,
    `bench-${workspaceId}`,
  ]);
  const members = Array.from({ length: 20 }, () => ({ id: uuid(), userId: uuid() }));
  await insert(
    client,
    'users',
    members.map(({ userId }, index) => ({
      id: userId,
      email: `${userId}@bench.example`,
      name: `Agent ${index + 1}`,
    })),
  );
  await insert(
    client,
    'members',
    members.map(({ id, userId }, index) => ({
      workspace_id: workspaceId,
      id,
      user_id: userId,
      name: `Agent ${index + 1}`,
      email: `${userId}@bench.example`,
      roles: ['agent', 'lead'],
    })),
  );
  const channels = Array.from({ length: 3 }, (_, index) => ({
    id: uuid(),
    externalId: String(BigInt(Date.now()) * 1_000_000n + BigInt(index)),
  }));
  await insert(
    client,
    'channels',
    channels.map(({ id, externalId }, index) => ({
      workspace_id: workspaceId,
      id,
      network: 'x',
      external_id: externalId,
      handle: `bench${index}`,
      name: `Bench ${index}`,
      status: 'connected',
      heal_due_at: '2100-01-01',
    })),
  );
  await promise(client, workspaceId);
  return { workspaceId, members, channels, conversations: [] };
}

/** Answers are promised in the hours of an office, so that whatever is measured keeps the promises too. */
async function promise(client: pg.Client, workspaceId: string): Promise<void> {
  const [calendarId, policyId] = [uuid(), uuid()];
  const owned = { workspace_id: workspaceId };
  const workday = [{ start: '09:00', end: '17:00' }];
  const weekly = [workday, workday, workday, workday, workday, [], []];
  const seconds = { low: 28_800, normal: 14_400, high: 7_200, urgent: 3_600 };
  const promised = { seconds, clock: 'business', pausedBy: [] };
  await insert(client, 'calendars', [{ ...owned, id: calendarId }]);
  await insert(client, 'calendar_versions', [
    {
      ...{ ...owned, id: uuid(), calendar_id: calendarId, no: 1, name: 'Office' },
      ...{ time_zone: 'Europe/London', weekly, exceptions: [] },
    },
  ]);
  await insert(client, 'sla_policies', [{ ...owned, id: policyId, position: 0, takes_all: true }]);
  await insert(client, 'sla_policy_versions', [
    {
      ...{ ...owned, id: uuid(), policy_id: policyId, no: 1, name: 'Everyone' },
      ...{ calendar_id: calendarId, conditions: {}, steps: [], risk_percent: 75 },
      ...{ automatic_counts: false, public_counts: true },
      promises: { first_response: promised, next_response: promised, resolution: promised },
    },
  ]);
}

type Adding = { conversation: DatasetConversation; external: () => string; bodies: boolean };

function add(batch: Batch, loaded: Loaded, { conversation, external, bodies }: Adding) {
  const { workspaceId } = loaded;
  const [id, contactId, identityId] = [uuid(), uuid(), uuid()];
  const channelId = loaded.channels[conversation.inbox]?.id;
  const seat = (agent: number) => (agent === 0 ? null : loaded.members[agent - 1]?.id);
  const personExternalId = external();
  const said = bodies ? conversation.messages : conversation.messages.slice(-1);
  let tie = '0';
  for (const message of said) {
    tie = message.who === 'note' ? '0' : external();
    batch.messages.push({
      workspace_id: workspaceId,
      id: uuid(),
      conversation_id: id,
      channel_id: channelId,
      kind: kindOf[message.who],
      author_id: message.who === 'customer' ? null : seat(message.agent),
      body: message.text,
      external_id: message.who === 'note' ? null : tie,
      at: isoOf(message.at),
      tie,
    });
  }
  const last = said.at(-1);
  if (!last) throw new Error('an empty conversation');
  batch.contacts.push({
    workspace_id: workspaceId,
    id: contactId,
    name: `Customer ${conversation.customer}`,
  });
  batch.identities.push({
    workspace_id: workspaceId,
    id: identityId,
    contact_id: contactId,
    network: 'x',
    external_id: personExternalId,
    handle: `customer${conversation.customer}`,
    name: `Customer ${conversation.customer}`,
  });
  batch.conversations.push({
    workspace_id: workspaceId,
    id,
    channel_id: channelId,
    identity_id: identityId,
    status: conversation.status,
    owner_id: seat(conversation.agent),
    last_message_at: isoOf(last.at),
    last_message_tie: tie,
    last_message_kind: kindOf[last.who],
    preview: last.text.slice(0, 140),
    waiting_since: last.who === 'customer' ? isoOf(last.at) : null,
    resolved_at: conversation.status === 'resolved' ? isoOf(last.at) : null,
  });
  return { id, messages: said.length, status: conversation.status, personExternalId };
}

const kindOf = { customer: 'inbound', agent: 'outbound', note: 'note' } as const;

function isoOf(seconds: number): string {
  return new Date(seconds * 1_000).toISOString();
}

function emptyBatch(): Batch {
  return { contacts: [], identities: [], conversations: [], messages: [] };
}

async function flush(client: pg.Client, batch: Batch): Promise<void> {
  await client.query('begin');
  await insert(client, 'contacts', batch.contacts);
  await insert(client, 'identities', batch.identities);
  await insert(client, 'conversations', batch.conversations);
  await insert(client, 'messages', batch.messages);
  await client.query('commit');
}

async function insert(client: pg.Client, table: string, rows: Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).join(', ');
  await client.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}
