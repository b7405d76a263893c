import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, testDatabase } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import { conversationRuns } from '@/lib/queries/rulebook/conversation-runs';
import { changeConversations } from '../conversation/change';
import { aReceiver } from '../inbound/inbound.fixture';
import { createLabel } from '../label/create';
import { aPolicy, clocksOf, promised } from '../sla/sla.fixture';
import { archiveTeam } from '../team/archive';
import { createTeam } from '../team/create';
import { saveRule } from './save-rule';
import { setRuleMode } from './set-mode';

let database: TestDatabase;
let receiver: Awaited<ReturnType<typeof aReceiver>>;
let lead: Actor;
let press: string;
let orders: string;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  receiver = await aReceiver(database);
  lead = await aMember(receiver.workspaceId, ['lead'], 'Jack Moreau');
  press = (await createTeam(lead, { name: 'Press' })).teamId;
  orders = (await createTeam(lead, { name: 'Orders' })).teamId;
});

const says = (words: string) => ({ kind: 'words', not: false, all: false, words });

function rule(name: string, conditions: object[], effects: object) {
  return saveRule(lead, {
    ...{ ruleId: null, basedOn: null },
    rule: { name, enabled: true, conditions, effects },
  });
}

async function hear(text: string, more: object = {}) {
  const { told, hears, threads } = receiver;
  await hears(told({ text, at: new Date(), ...more }));
  const found = await threads();
  const last = found.at(-1);
  if (!last) throw new Error('Nothing was heard.');
  return last.id;
}

async function row(id: string) {
  const { rows } = await database.admin.query(
    `select team_id as team, owner_id as owner, priority, label_ids as labels, version,
      ruled_policy_id as policy from conversations where id = $1`,
    [id],
  );
  return rows[0];
}

async function facts(): Promise<string[]> {
  const { rows } = await database.admin.query<{ type: string }>(
    'select type from events where workspace_id = $1 and conversation_id is not null order by seq',
    [receiver.workspaceId],
  );
  return rows.map(({ type }) => type);
}

async function count(table: string): Promise<number> {
  const { rowCount } = await database.admin.query(`select from ${table} where workspace_id = $1`, [
    receiver.workspaceId,
  ]);
  return rowCount ?? 0;
}

describe('a message that comes in', () => {
  test('without rules is taken in as ever, and nothing is written about it', async () => {
    await hear('Where is my order?');
    expect(await facts()).toEqual(['conversation.started', 'message.received']);
    expect(await count('rule_runs')).toBe(0);
  });

  test('goes where the first rule that holds sends it, and the log says why', async () => {
    const { labelId } = await createLabel(lead, { name: 'Delivery', colour: 'violet' });
    await rule('Journalists', [{ kind: 'contactKind', not: false, oneOf: ['journalist'] }], {
      teamId: press,
    });
    await rule('Orders', [says('order parcel')], {
      ...{ teamId: orders, priority: { to: 'high', atLeast: true }, addLabelIds: [labelId] },
    });
    await rule('Everything', [], { teamId: press });
    const id = await hear('Where is my ORDER?');
    expect(await row(id)).toMatchObject({ team: orders, priority: 2, labels: [labelId] });
    expect(await facts()).toEqual([
      'conversation.started',
      'message.received',
      'conversation.prioritised',
      'conversation.labelled',
      'conversation.teamed',
      'conversation.ruled',
    ]);
    const [run] = await conversationRuns(lead, id);
    expect(run?.lines.map(({ name, matched, said }) => [name, matched, said])).toEqual([
      [
        'Journalists',
        false,
        'It asks that the contact is a journalist; here the contact is a customer.',
      ],
      ['Orders', true, 'When it says “order” or “parcel”.'],
      ['Everything', false, 'A rule before it held, and the first that holds decides.'],
    ]);
    expect(run?.changes).toEqual([
      { what: 'Team', before: 'none', after: 'Orders' },
      { what: 'Priority', before: 'normal', after: 'high' },
      { what: 'Labels', before: 'none', after: 'Delivery' },
    ]);
  });

  test('is judged by the rules as they are now, changed a moment ago', async () => {
    await rule('All', [], { teamId: press });
    await hear('Hello');
    await setRuleMode(lead, { mode: 'all' });
    await rule('Orders', [says('order')], { teamId: orders });
    expect(await row(await hear('My order', { from: 'ben' }))).toMatchObject({ team: orders });
  });

  test('sets off no rule by what another did', async () => {
    await setRuleMode(lead, { mode: 'all' });
    const { labelId } = await createLabel(lead, { name: 'Chain', colour: 'violet' });
    await rule('Puts it on', [], { addLabelIds: [labelId] });
    await rule('Waits for it', [{ kind: 'label', not: false, oneOf: [labelId] }], {
      teamId: press,
    });
    const id = await hear('One');
    expect(await row(id)).toMatchObject({ team: null, labels: [labelId] });
    // The next message finds it: it was there before any rule was asked.
    await hear('Two');
    expect(await row(id)).toMatchObject({ team: press });
  });

  test('does not move what a person decided in this visit', async () => {
    await rule('Urgent', [], { teamId: press, priority: { to: 'urgent', atLeast: false } });
    const id = await hear('One');
    await changeConversations(lead, {
      items: [{ conversationId: id }],
      change: { kind: 'team', teamId: orders },
    });
    await changeConversations(lead, {
      items: [{ conversationId: id }],
      change: { kind: 'priority', priority: 'low' },
    });
    await hear('Two');
    expect(await row(id)).toMatchObject({ team: orders, priority: 0 });
    const [run] = await conversationRuns(lead, id);
    expect(run?.changes).toEqual([]);
    expect(run?.held).toEqual([
      'The team stayed: a person decided about it in this visit.',
      'The priority stayed: a person decided about it in this visit.',
    ]);
    expect((await facts()).at(-1)).toBe('conversation.ruled');
  });

  test('of a new visit is judged anew, and leaves the former owner when its team is another', async () => {
    await rule('Orders', [says('order')], { teamId: orders });
    const id = await hear('Hello');
    await changeConversations(lead, {
      items: [{ conversationId: id }],
      change: { kind: 'assign', memberId: lead.memberId },
    });
    await hear('My order');
    expect(await row(id)).toMatchObject({ team: null, owner: lead.memberId });
    await database.admin.query(
      `update conversations set status = 'resolved', resolved_at = now() - interval '8 days' where id = $1`,
      [id],
    );
    await hear('My order again');
    expect(await row(id)).toMatchObject({ team: orders, owner: null });
  });

  test('that is late, or joins what is spam, is not judged', async () => {
    const id = await hear('Hello');
    await rule('All', [], { teamId: press });
    await hear('Earlier', { at: new Date(Date.now() - 3_600_000) });
    expect(await row(id)).toMatchObject({ team: null });
    await database.admin.query(`update conversations set status = 'spam' where id = $1`, [id]);
    await hear('Later');
    expect(await row(id)).toMatchObject({ team: null });
    expect(await count('rule_runs')).toBe(0);
  });

  test('is not lost for a rule that gives what is out of use: that is left out and said', async () => {
    await rule('Gone', [], { teamId: press, priority: { to: 'high', atLeast: true } });
    await archiveTeam(lead, { teamId: press, archived: true });
    const id = await hear('Hello');
    expect(await row(id)).toMatchObject({ team: null, priority: 2 });
    const [run] = await conversationRuns(lead, id);
    expect(run?.lines[0]?.left).toBe('Its team could not be given: out of use.');
  });

  test('knows a mention, a stranger and an answer', async () => {
    await setRuleMode(lead, { mode: 'all' });
    await rule('Mentions', [{ kind: 'place', not: false, oneOf: ['mention'] }], { teamId: press });
    await rule('Strangers', [{ kind: 'came', not: false, oneOf: ['stranger'] }], {
      priority: { to: 'high', atLeast: true },
    });
    await receiver.hearsPost(receiver.posted());
    const [mention] = await receiver.threads();
    expect(await row(mention?.id ?? '')).toMatchObject({ team: press, priority: 2 });
    // The same person in private is no stranger.
    expect(await row(await hear('Hello'))).toMatchObject({ team: null, priority: 1 });
    expect(await row(await hear('Hello', { from: 'ben' }))).toMatchObject({ priority: 2 });
  });

  test('is promised what a rule chooses, for its visit', async () => {
    const policy = await aPolicy(receiver.workspaceId);
    await policy.before({ promises: { first_response: promised(60) }, conditions: { vip: true } });
    const { rows } = await database.admin.query(
      'select id from sla_policies where workspace_id = $1 and position = 1',
      [receiver.workspaceId],
    );
    await rule('Fast', [says('urgent')], { policyId: rows[0].id });
    await hear('Hello');
    await hear('This is urgent', { from: 'ben' });
    const targets = await clocksOf(database, receiver.workspaceId).targets();
    expect(targets.map(({ seconds }) => seconds).sort()).toEqual([3600, 60]);
  });
});

test('the log of a conversation is not for another workspace, nor for whom conversations are not', async () => {
  await rule('All', [], { teamId: press });
  const id = await hear('Hello');
  const { workspaceId } = await aReceiver(database);
  const neighbour = await aMember(workspaceId, ['lead']);
  await expect(conversationRuns(neighbour, id)).rejects.toMatchObject({ code: 'not_found' });
  const nobody = { ...lead, roles: [] };
  await expect(conversationRuns(nobody, id)).rejects.toMatchObject({ code: 'forbidden' });
});
