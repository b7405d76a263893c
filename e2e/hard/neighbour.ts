import { v7 as uuid } from 'uuid';
import { insertContact } from './neighbour-contact';
import { insertPromises, insertRule } from './neighbour-promises';
import { insertReply } from './neighbour-replies';
import type { Rig } from './rig';

/** Ids of one workspace's things, as an attacker might name them. */
export type Things = {
  conversation: string;
  message: string;
  member: string;
  invitation: string;
  channel: string;
  inbound: string;
  session: string;
  view: string;
  workspace: string;
  label: string;
  team: string;
  skill: string;
  messageLink: string;
  /** A member whom nothing else needs. */
  leaver: string;
  file: string;
  offer: string;
  invitationText: string;
  calendar: string;
  policy: string;
  rule: string;
  bulk: string;
  contact: string;
  attribute: string;
  apiKey: string;
  reply: string;
  replyVersion: string;
  replyComment: string;
  approval: string;
};

export const CANARY = 'CANARY-4f1c9';

/** Another company on the same installation; everything it owns carries the canary. */
export async function aNeighbour(rig: Rig): Promise<{ things: Things; userId: string }> {
  const ids = Object.fromEntries(
    [
      'workspace',
      'user',
      'member',
      'channel',
      'contact',
      'identity',
      'conversation',
      'message',
      'invitation',
      'session',
      'inbound',
      'label',
      'team',
      'skill',
      'view',
      'file',
      'messageLink',
      'offer',
      'invitationText',
      'calendar',
      'rule',
      'policy',
      'bulk',
      'attribute',
      'apiKey',
      'contactEvent',
      'reply',
      'replyVersion',
      'replyComment',
      'approval',
    ].map((name) => [name, uuid()]),
  ) as Record<string, string>;
  const insert = (table: string, row: Record<string, unknown>) =>
    rig.rows(
      `insert into ${table} (${Object.keys(row).join(', ')})
       select ${Object.keys(row).join(', ')} from jsonb_populate_record(null::${table}, $1::jsonb)`,
      [JSON.stringify(row)],
    );
  const workspace_id = ids['workspace'];
  const at = new Date().toISOString();
  await insert('workspaces', { id: workspace_id, name: `${CANARY} Ltd`, slug: 'neighbour' });
  await insert('users', {
    id: ids['user'],
    email: 'owner@neighbour.example',
    name: `${CANARY} owner`,
  });
  await insert('members', {
    workspace_id,
    id: ids['member'],
    user_id: ids['user'],
    name: `${CANARY} owner`,
    email: 'owner@neighbour.example',
    roles: ['agent', 'lead', 'marketer', 'admin'],
  });
  await insert('channels', {
    workspace_id,
    id: ids['channel'],
    network: 'x',
    external_id: '3999999999999999999',
    handle: `${CANARY}brand`,
    name: `${CANARY} brand`,
    status: 'connected',
    heal_due_at: '2100-01-01',
  });
  await insertContact(insert, ids, CANARY);
  await insert('conversations', {
    workspace_id,
    id: ids['conversation'],
    channel_id: ids['channel'],
    identity_id: ids['identity'],
    last_message_at: at,
    last_message_kind: 'outbound',
    preview: `${CANARY} preview`,
  });
  await insert('messages', {
    workspace_id,
    id: ids['message'],
    conversation_id: ids['conversation'],
    channel_id: ids['channel'],
    kind: 'outbound',
    author_id: ids['member'],
    body: `${CANARY} body`,
    at,
  });
  await rig.rows(
    `insert into deliveries (workspace_id, message_id, conversation_id, channel_id, state, due_at)
     values ($1, $2, $3, $4, 'needs_review', null)`,
    [workspace_id, ids['message'], ids['conversation'], ids['channel']],
  );
  await insert('files', {
    workspace_id,
    id: ids['file'],
    conversation_id: ids['conversation'],
    message_id: ids['message'],
    kind: 'image',
    mime_type: 'image/png',
    name: `${CANARY}.png`,
    size: 0,
    sha256: 'd'.repeat(64),
    hand_over_tries: 0,
    created_at: at,
  });
  await insert('invitations', {
    workspace_id,
    id: ids['invitation'],
    email: 'guest@neighbour.example',
    roles: ['agent'],
    token_hash: 'f'.repeat(64),
    invited_by: ids['member'],
    expires_at: '2100-01-01',
  });
  await insert('labels', {
    workspace_id,
    id: ids['label'],
    name: `${CANARY} label`,
    colour: 'red',
  });
  await insert('skills', {
    workspace_id,
    id: ids['skill'],
    name: `${CANARY} skill`,
    created_at: at,
  });
  await insert('offers', {
    workspace_id,
    id: ids['offer'],
    channel_id: ids['channel'],
    name: `${CANARY} offer`,
    body: `${CANARY} words`,
    state: 'draft',
    label_ids: [],
    author_id: ids['member'],
    version: 1,
    created_at: at,
  });
  await insert('invitation_texts', {
    workspace_id,
    id: ids['invitationText'],
    body: `${CANARY} invitation`,
    created_at: at,
  });
  await insert('teams', { workspace_id, id: ids['team'], name: `${CANARY} team` });
  await insert('message_links', {
    workspace_id,
    id: ids['messageLink'],
    channel_id: ids['channel'],
    name: `${CANARY} link`,
    reference: 'CNRYCN',
    first_words: `${CANARY} words`,
    created_by: ids['member'],
    created_at: at,
    clicks: 0,
  });
  const { calendar, policy, rule } = ids;
  await insertPromises(insert, { workspace_id, calendar, policy }, CANARY);
  await insertRule(insert, { workspace_id, rule }, CANARY);
  const { member, reply, replyVersion, replyComment, approval, conversation } = ids;
  await insertReply(
    insert,
    {
      ...{ workspace_id, member, reply, version: replyVersion, comment: replyComment },
      ...{ approval, conversation },
    },
    CANARY,
  );
  await insert('saved_views', {
    workspace_id,
    id: ids['view'],
    created_by: ids['member'],
    name: `${CANARY} view`,
    query: `from:${CANARY}`,
    sort: 'newest',
    position: 0,
  });
  await insert('bulk_actions', {
    workspace_id,
    id: ids['bulk'],
    member_id: ids['member'],
    view: 'all',
    query: CANARY,
    change: { kind: 'priority', priority: 'low' },
    state: 'done',
    seen_seq: 0,
    total: 0,
  });
  await insert('sessions', {
    id: ids['session'],
    secret_hash: 'e'.repeat(64),
    user_id: ids['user'],
    workspace_id,
    expires_at: '2100-01-01',
  });
  await insert('inbound_deliveries', {
    id: ids['inbound'],
    network: 'x',
    dedupe_key: 'neighbour',
    body: `\\x${Buffer.from(`{"data":{"filter":{"user_id":"3999999999999999999"},"note":"${CANARY}"}}`).toString('hex')}`,
    state: 'quarantined',
    problem: 'PayloadNotUnderstood',
  });
  return { things: thingsOf(ids), userId: `${ids['user']}` };
}

/** Ids that nobody has. */
export function nothing(): Things {
  return thingsOf({});
}

function thingsOf(ids: Record<string, string>): Things {
  const id = (name: string) => ids[name] ?? uuid();
  return {
    conversation: id('conversation'),
    message: id('message'),
    member: id('member'),
    invitation: id('invitation'),
    channel: id('channel'),
    inbound: id('inbound'),
    session: id('session'),
    view: id('view'),
    workspace: id('workspace'),
    label: id('label'),
    team: id('team'),
    skill: id('skill'),
    messageLink: id('messageLink'),
    leaver: id('member'),
    file: id('file'),
    offer: id('offer'),
    invitationText: id('invitationText'),
    calendar: id('calendar'),
    rule: id('rule'),
    policy: id('policy'),
    bulk: id('bulk'),
    contact: id('contact'),
    attribute: id('attribute'),
    apiKey: id('apiKey'),
    reply: id('reply'),
    replyVersion: id('replyVersion'),
    replyComment: id('replyComment'),
    approval: id('approval'),
  };
}

/** A fingerprint of every row that belongs to a workspace, over all tables that have the column. */
export async function fingerprintOf(rig: Rig, workspaceId: string): Promise<string> {
  const tables = await rig.rows<{ table_name: string }>(
    `select table_name from information_schema.columns
     where table_schema = 'public' and column_name = 'workspace_id' and table_name <> 'sessions' order by 1`,
  );
  const prints: string[] = [];
  for (const { table_name } of tables) {
    const [row] = await rig.rows<{ print: string }>(
      `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as print from ${table_name} t where workspace_id = $1`,
      [workspaceId],
    );
    prints.push(`${table_name}:${row?.print}`);
  }
  return prints.join('\n');
}
