import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, testDatabase } from '@/db/testing';
import { changeConversations } from '../conversation/change';
import { aReceiver, minutesAgo } from '../inbound/inbound.fixture';
import { archiveTeam } from '../team/archive';
import { createTeam } from '../team/create';
import { aPolicy, clocksOf, promised } from './sla.fixture';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ DATABASE_POOL: '10' });
});
afterAll(() => database.close());

const MINUTE = 60_000;

async function aHouse(policy: Parameters<typeof aPolicy>[1] = {}) {
  const receiver = await aReceiver(database);
  const promise = await aPolicy(receiver.workspaceId, policy);
  const clocks = clocksOf(database, receiver.workspaceId);
  const agent = await aMember(receiver.workspaceId, ['agent']);
  const conversationId = async () => (await receiver.threads())[0]?.id ?? '';
  return {
    ...receiver,
    promise,
    clocks,
    agent,
    conversationId,
    change: async (change: Record<string, unknown>) =>
      changeConversations(agent, { items: [{ conversationId: await conversationId() }], change }),
  };
}

describe('what happens to a conversation moves its clocks in the same transaction', () => {
  test('a message starts the first response by the time of the network, and the list shows it', async () => {
    const house = await aHouse();
    const wrote = minutesAgo(10);
    await house.hears(house.told({ at: wrote }));
    await house.hears(house.told({ at: minutesAgo(5) }));
    const due = new Date(wrote.getTime() + 60 * MINUTE);
    expect(await house.clocks.targets()).toMatchObject([
      { metric: 'first_response', cycle: 1, outcome: 'running', started_at: wrote, due_at: due },
    ]);
    expect(await house.clocks.shown()).toMatchObject([
      {
        due_at: due,
        risk_at: null,
        breached_at: null,
        ring: { metric: 'first_response', seconds: 3600, breached: false },
      },
    ]);
    expect(await house.clocks.timers()).toMatchObject([
      { step: 'breach', due_at: due, fired_at: null },
      { step: 'risk', due_at: new Date(wrote.getTime() + 45 * MINUTE), fired_at: null },
    ]);
    expect((await house.clocks.facts()).map(({ type }) => type)).toEqual(['sla.policy']);
  });

  test('an answer from elsewhere ends it, and disarms what was armed', async () => {
    const house = await aHouse();
    await house.hears(house.told({ at: minutesAgo(10) }));
    const answered = minutesAgo(4);
    await house.sees(house.told({ at: answered, text: 'Yes.' }));
    expect(await house.clocks.targets()).toMatchObject([
      { metric: 'first_response', outcome: 'met', met_at: answered },
    ]);
    expect(await house.clocks.timers()).toMatchObject([{ due_at: null }, { due_at: null }]);
    expect(await house.clocks.shown()).toMatchObject([{ due_at: null, ring: null }]);
    await house.hears(house.told({ at: minutesAgo(2) }));
    expect(await house.clocks.targets()).toMatchObject([
      { metric: 'first_response', outcome: 'met' },
      { metric: 'next_response', cycle: 1, outcome: 'running' },
    ]);
  });

  test('a workspace that promises nothing keeps nothing', async () => {
    const receiver = await aReceiver(database);
    await receiver.hears(receiver.told());
    expect(await clocksOf(database, receiver.workspaceId).targets()).toEqual([]);
  });

  test('another priority arms another generation, and the one before can never fire', async () => {
    const house = await aHouse();
    await house.hears(house.told({ at: minutesAgo(10) }));
    await house.change({ kind: 'priority', priority: 'urgent' });
    const [target] = await house.clocks.targets();
    expect(target).toMatchObject({ seconds: 1800 });
    expect(await house.clocks.timers()).toMatchObject([{ generation: 2 }, { generation: 2 }]);
  });

  test('spam voids what runs, and its release brings it back with its start', async () => {
    const house = await aHouse();
    const wrote = minutesAgo(90);
    await house.hears(house.told({ at: wrote }));
    await house.change({ kind: 'status', status: 'spam' });
    expect(await house.clocks.targets()).toMatchObject([{ outcome: 'void' }]);
    expect(await house.clocks.shown()).toMatchObject([{ due_at: null, breached_at: null }]);
    await house.change({ kind: 'status', status: 'open' });
    const due = new Date(wrote.getTime() + 60 * MINUTE);
    expect(await house.clocks.targets()).toMatchObject([
      { outcome: 'breached', started_at: wrote, breached_at: due },
    ]);
  });

  test('closing leaves a wait unkept, but ends the resolution', async () => {
    const promises = { first_response: promised(3600), resolution: promised(7200) };
    const house = await aHouse({ promises });
    await house.hears(house.told({ at: minutesAgo(10) }));
    await house.change({ kind: 'status', status: 'resolved' });
    expect(await house.clocks.targets()).toMatchObject([
      { metric: 'first_response', outcome: 'running' },
      { metric: 'resolution', outcome: 'met' },
    ]);
  });

  test('a label may bring another policy: what has passed is kept', async () => {
    const house = await aHouse();
    await house.promise.before({
      conditions: { priorities: ['high'] },
      promises: { first_response: promised(600) },
    });
    const wrote = minutesAgo(5);
    await house.hears(house.told({ at: wrote }));
    await house.change({ kind: 'priority', priority: 'high' });
    expect(await house.clocks.targets()).toMatchObject([
      { seconds: 600, due_at: new Date(wrote.getTime() + 10 * MINUTE) },
    ]);
    expect(await house.clocks.facts()).toHaveLength(2);
  });
});

describe('a change of policies', () => {
  test('leaves open conversations as they were promised, until it is carried to them', async () => {
    const house = await aHouse();
    await house.hears(house.told({ at: minutesAgo(10) }));
    await house.promise.edit({ promises: { first_response: promised(300) } });
    await house.hears(house.told({ at: minutesAgo(9) }));
    expect(await house.clocks.targets()).toMatchObject([{ seconds: 3600, outcome: 'running' }]);
    await house.hears(house.told({ from: 'ben', at: minutesAgo(1) }));
    expect((await house.clocks.targets()).map(({ seconds }) => seconds).toSorted()).toEqual([
      300, 3600,
    ]);
    expect(await house.promise.spread()).toBe(2);
    const targets = await house.clocks.targets();
    expect(targets.map(({ seconds, outcome }) => `${seconds} ${outcome}`).toSorted()).toEqual([
      '300 breached',
      '300 running',
    ]);
    expect(await house.promise.spread()).toBe(2);
    expect(await house.clocks.targets()).toEqual(targets);
  });

  test('the first policy says nothing of what was before it', async () => {
    const receiver = await aReceiver(database);
    await receiver.hears(receiver.told({ at: minutesAgo(300) }));
    await receiver.sees(receiver.told({ at: minutesAgo(200), text: 'Late.' }));
    await receiver.hears(receiver.told({ at: minutesAgo(30) }));
    const promise = await aPolicy(receiver.workspaceId);
    const clocks = clocksOf(database, receiver.workspaceId);
    await receiver.hears(receiver.told({ at: minutesAgo(29) }));
    expect(await clocks.targets()).toEqual([]);
    await promise.spread();
    expect(await clocks.targets()).toMatchObject([{ metric: 'next_response', outcome: 'running' }]);
  });
});

describe('what is due', () => {
  test('fires once, whoever looks, and says so', async () => {
    const house = await aHouse();
    const wrote = minutesAgo(61);
    await house.hears(house.told({ at: wrote }));
    const id = await house.conversationId();
    const fired = await Promise.all([1, 2, 3, 4].map(() => house.clocks.fire(id)));
    expect(fired.flat().map(({ step }) => step)).toEqual(['risk', 'breach']);
    expect(await house.clocks.fire(id)).toEqual([]);
    const due = new Date(wrote.getTime() + 60 * MINUTE);
    expect(await house.clocks.facts()).toMatchObject([
      { type: 'sla.policy' },
      { type: 'sla.warned' },
      { type: 'sla.breached', data: { metric: 'first_response', dueAt: due.toISOString() } },
    ]);
    expect(await house.clocks.targets()).toMatchObject([{ outcome: 'breached', breached_at: due }]);
    expect(await house.clocks.shown()).toMatchObject([
      { breached_at: due, risk_at: null, ring: { breached: true } },
    ]);
  });

  test('is never early', async () => {
    const house = await aHouse();
    const wrote = minutesAgo(46);
    await house.hears(house.told({ at: wrote }));
    const id = await house.conversationId();
    expect((await house.clocks.fire(id)).map(({ step }) => step)).toEqual(['risk']);
    expect((await house.clocks.timers()).map(({ fired_at }) => fired_at === null)).toEqual([
      true,
      false,
    ]);
    expect(await house.clocks.shown()).toMatchObject([{ risk_at: expect.any(Date) }]);
    // A warning says when it will be due, not when it warned.
    const dueAt = new Date(wrote.getTime() + 60 * MINUTE).toISOString();
    expect((await house.clocks.facts()).at(-1)).toMatchObject({ data: { dueAt } });
  });

  test('escalates as the policy says, each step once', async () => {
    const label = uuid();
    const house = await aHouse({
      promises: { first_response: promised(3600) },
      steps: [
        {
          id: 'half',
          metric: 'first_response',
          at: { percent: 50 },
          effects: [{ kind: 'raise' }, { kind: 'label', labelId: label }],
        },
        {
          id: 'after',
          metric: 'first_response',
          at: { after: 600 },
          effects: [{ kind: 'unassign' }, { kind: 'notify', who: 'leads' }],
        },
      ],
    });
    await house.hears(house.told({ at: minutesAgo(72) }));
    await house.change({ kind: 'assign', memberId: house.agent.memberId });
    const id = await house.conversationId();
    await house.clocks.fire(id);
    const { rows } = await database.admin.query(
      'select priority, owner_id, label_ids, passed_by from conversations where id = $1',
      [id],
    );
    expect(rows).toEqual([
      { priority: 2, owner_id: null, label_ids: [label], passed_by: [house.agent.memberId] },
    ]);
    const facts = await house.clocks.facts();
    expect(facts.flatMap(({ data }) => data['effect'] ?? [])).toEqual([
      'raise',
      'label',
      'unassign',
      'notify',
    ]);
    expect(facts.at(-1)).toMatchObject({ data: { metric: 'first_response', who: 'leads' } });
    expect(await house.clocks.fire(id)).toEqual([]);
  });

  test('takes it from its owner and gives it to another team, whose clock then runs', async () => {
    const house = await aHouse();
    const lead = await aMember(house.workspaceId, ['lead']);
    const [{ teamId }, gone] = [
      await createTeam(lead, { name: 'Shops' }),
      await createTeam(lead, { name: 'Gone' }),
    ];
    await archiveTeam(lead, { teamId: gone.teamId, archived: true });
    await house.promise.edit({
      promises: { first_response: promised(3600), ownership: promised(3600) },
      steps: [
        {
          id: 'on',
          metric: 'first_response',
          at: { after: 600 },
          effects: [
            { kind: 'unassign' },
            { kind: 'team', teamId },
            { kind: 'team', teamId: gone.teamId },
          ],
        },
      ],
    });
    await house.hears(house.told({ at: minutesAgo(72) }));
    await house.change({ kind: 'assign', memberId: house.agent.memberId });
    const id = await house.conversationId();
    await house.clocks.fire(id);
    const { rows } = await database.admin.query(
      'select owner_id, team_id from conversations where id = $1',
      [id],
    );
    expect(rows).toEqual([{ owner_id: null, team_id: teamId }]);
    const facts = await house.clocks.facts();
    expect(facts.flatMap(({ data }) => data['effect'] ?? [])).toEqual(['unassign', 'team']);
    expect(await house.clocks.targets()).toMatchObject([
      { metric: 'first_response', outcome: 'breached' },
      { metric: 'ownership', outcome: 'running' },
    ]);
  });
});
