import { setTimeout as rest } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import { ok, signedMessage } from '@/e2e/wire';
import { summary, time } from './clock';
import type { Line } from './line';
import type { Loaded } from './load';
import { load } from './load';
import { line } from './reads';
import type { Rig } from './rig';

const MESSAGES = 3_000;
const TOGETHER = 16;
const PATIENCE_MS = 600_000;

const greetings = ['Hello,', 'Hi,', 'Bonjour,', 'Guten Tag,', 'Excuse me,', ''];
const things = ['my tub', 'our party box', 'the gift card', 'order 4821', 'the van', 'a waffle'];
const troubles = [
  'arrived melted',
  'never came',
  'was charged twice',
  'has nuts in it, is that right?',
  'was wonderful, thank you',
  'looks different from the picture',
  'is not in the list any more',
];
const wishes = ['Can you look?', 'When will it come?', 'What now?', 'No hurry.', 'Merci.', '😊'];

/**
 * Three thousand strangers write at once to a team that gives out its work: each message is there once, judged
 * and asked about by the rules, and each conversation is given to somebody who has room. How long they wait.
 */
export async function rush(rig: Rig): Promise<Line[]> {
  const loaded = await load(rig.admin, 0, { name: 'Rush' });
  const channel = loaded.channels[0];
  if (!channel) throw new Error('the data set has no channel');
  await giveOut(rig, loaded);
  const first = BigInt(Date.now()) * 4_194_304n;
  const flood = await time((turn) => write(rig, channel.externalId, { turn, first }), {
    count: MESSAGES,
    together: TOGETHER,
  });
  await settled(rig, loaded.workspaceId);
  const { faults, waits } = await outcome(rig, loaded.workspaceId);
  if (faults.length > 0) throw new Error(faults.join('; '));
  const note = `${MESSAGES} strangers, ${flood.perSecond.toFixed(0)}/s taken in; none twice, none over a capacity`;
  const { p50, p95 } = summary(waits);
  return [
    { ...line('', 'from written down to given to somebody, p50', p50, ms), note },
    line('', 'the same, p95', p95, ms),
  ];
}

const ms = { unit: 'ms' };

function write(rig: Rig, to: string, { turn, first }: { turn: number; first: bigint }) {
  const pick = (words: readonly string[], step: number) => words[(turn * step) % words.length];
  // In letters: what differs in its numbers only, and comes from many strangers, is a mailing and put aside.
  const name = [...String(turn)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
  const text = `${pick(greetings, 1)} ${pick(things, 5)} ${pick(troubles, 3)}. ${pick(wishes, 7)} I am ${name}.`;
  const id = String(first + BigInt(turn));
  const message = { id, from: String(first - 1n - BigInt(turn)), to, text, at: Date.now() };
  const delivery = signedMessage(`${rig.stack.env['X_CONSUMER_SECRET']}`, message);
  return ok(`${rig.app}/api/webhooks/x`, { method: 'POST', ...delivery });
}

/** Everybody is here for an hour and of one team, to which a rule gives whatever comes. */
async function giveOut({ admin }: Rig, { workspaceId }: Loaded): Promise<void> {
  const [teamId, ruleId] = [uuid(), uuid()];
  await admin.query(
    `update members set seen_at = now() + interval '1 hour', capacity = 200 where workspace_id = $1`,
    [workspaceId],
  );
  await admin.query(
    `insert into teams (workspace_id, id, name, strategy) values ($1, $2, 'Rush', 'balanced')`,
    [workspaceId, teamId],
  );
  await admin.query(
    `insert into team_members (workspace_id, team_id, member_id)
     select $1, $2, id from members where workspace_id = $1`,
    [workspaceId, teamId],
  );
  await admin.query('insert into routing_settings (workspace_id, is_in_use) values ($1, true)', [
    workspaceId,
  ]);
  await admin.query('insert into routing_rules (workspace_id, id, position) values ($1, $2, 1)', [
    workspaceId,
    ruleId,
  ]);
  await admin.query(
    `insert into routing_rule_versions (workspace_id, id, rule_id, no, name, enabled, conditions, effects)
     values ($1, $2, $3, 1, 'All', true, '[]', $4)`,
    [workspaceId, uuid(), ruleId, JSON.stringify({ teamId })],
  );
}

/** Waits until everything is read and everything open is somebody's. */
async function settled({ admin }: Rig, workspaceId: string): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const { rows } = await admin.query<{ left: number }>(
      `select (select count(*) from inbound_deliveries where state in ('pending', 'processing'))::int
         + (select count(*) from conversations
            where workspace_id = $1 and owner_id is null and status = 'open')::int as left`,
      [workspaceId],
    );
    if (rows[0]?.left === 0) return;
    if (Date.now() > until) throw new Error(`${rows[0]?.left} messages found nobody in time`);
    await rest(250);
  }
}

type Outcome = { faults: string[]; waits: number[] };

async function outcome({ admin }: Rig, workspaceId: string): Promise<Outcome> {
  const { rows } = await admin.query<Record<string, number>>(
    `select
       (select count(*) from messages where workspace_id = $1)::int as "messages there",
       (select count(distinct external_id) from messages where workspace_id = $1)::int as "different ones",
       (select count(*) from message_triage where workspace_id = $1)::int as "judged",
       (select count(*) from rule_runs where workspace_id = $1)::int as "asked about"`,
    [workspaceId],
  );
  const faults = Object.entries(rows[0] ?? {})
    .filter(([, count]) => count !== MESSAGES)
    .map(([what, count]) => `${what}: ${count} of ${MESSAGES}`);
  const given = await admin.query<{ waited: number; over: boolean }>(
    `select a.load > a.capacity as over,
       extract(epoch from a.at - (select min(m.created_at) from messages m
         where m.workspace_id = $1 and m.conversation_id = a.conversation_id))::float8 * 1000 as waited
     from assignments a where a.workspace_id = $1 and a.member_id is not null`,
    [workspaceId],
  );
  if (given.rows.some(({ over }) => over))
    faults.push('somebody was given more than they can hold');
  return { faults, waits: given.rows.map(({ waited }) => waited) };
}
