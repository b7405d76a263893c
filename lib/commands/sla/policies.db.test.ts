import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import { slaSettings } from '@/lib/queries/sla/settings';
import { createLabel } from '../label/create';
import { removeMember } from '../member/remove-member';
import { createTeam } from '../team/create';
import { archivePolicy } from './archive-policy';
import { orderPolicies } from './order-policies';
import { hours, promise, within } from './promises.fixture';
import { saveCalendar } from './save-calendar';
import { savePolicy } from './save-policy';

let database: TestDatabase;
let lead: Actor;
let calendarId: string;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  lead = await aMember(await aWorkspace(), ['lead'], 'Jack Moreau');
  ({ calendarId } = await saveCalendar(lead, hours));
});

function save(more: object = {}, frame: object = {}, who = lead) {
  const policy = promise(calendarId, more);
  return savePolicy(who, { policyId: null, basedOn: null, applyTo: 'new', policy, ...frame });
}

async function policies(who = lead) {
  return (await slaSettings(who)).policies;
}

async function names() {
  return (await policies()).map(({ name, takesAll }) => (takesAll ? `${name} *` : name));
}

async function spreads(): Promise<number> {
  const { rowCount } = await database.admin.query(
    'select from sla_spreads where workspace_id = $1 and ended_at is null',
    [lead.workspaceId],
  );
  return rowCount ?? 0;
}

const urgent = { name: 'Urgent', conditions: { priorities: ['urgent'] } };
const press = { name: 'Press', conditions: { priorities: ['high'] } };

describe('a policy', () => {
  test('that is the first takes all and stays last; others come before it in their turn', async () => {
    await save();
    await save(urgent);
    await save(press);
    expect(await names()).toEqual(['Urgent', 'Press', 'Everything else *']);
    const { rows } = await database.admin.query<{ position: number }>(
      'select position from sla_policies where workspace_id = $1 order by position',
      [lead.workspaceId],
    );
    expect(rows.map(({ position }) => position)).toEqual([1, 2, 3]);
  });

  test('that takes all can have no conditions and is never archived', async () => {
    await expect(save(urgent)).rejects.toMatchObject({
      details: { fields: { conditions: expect.stringMatching(/no conditions/) } },
    });
    const { policyId } = await save();
    await expect(
      archivePolicy(lead, { policyId, archived: true, applyTo: 'new' }),
    ).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/so it stays/),
    });
    const [only] = await policies();
    const frame = { policyId, basedOn: only?.versionId };
    await expect(save(urgent, frame)).rejects.toMatchObject({ code: 'invalid' });
  });

  test('of many who make the first at once, one makes the one that takes all', async () => {
    const all = await Promise.allSettled(
      ['One', 'Two', 'Three'].map((name) => save({ name, conditions: {} })),
    );
    expect(all.every(({ status }) => status === 'fulfilled')).toBe(true);
    expect((await policies()).filter(({ takesAll }) => takesAll)).toHaveLength(1);
  });

  test('changes by versions, and goes to the open conversations only when asked to', async () => {
    const { policyId } = await save();
    const [first] = await policies();
    const longer = { promises: { first_response: within(7200) } };
    await save(longer, { policyId, basedOn: first?.versionId });
    expect(await spreads()).toBe(0);
    const [second] = await policies();
    expect(second).toMatchObject({ policyId, promises: longer.promises, hours: 'Office' });
    expect(second?.versionId).not.toBe(first?.versionId);
    await save(longer, { policyId, basedOn: second?.versionId, applyTo: 'open' });
    expect(await spreads()).toBe(0);
    await save({}, { policyId, basedOn: second?.versionId, applyTo: 'open' });
    expect(await spreads()).toBe(1);
    const { rows } = await database.admin.query(
      `select no, created_by, replaced_at is null as current from sla_policy_versions
       where policy_id = $1 order by no`,
      [policyId],
    );
    const by = { created_by: lead.memberId };
    expect(rows).toEqual([
      { no: 1, current: false, ...by },
      { no: 2, current: false, ...by },
      { no: 3, current: true, ...by },
    ]);
  });

  test('that a colleague changed meanwhile is not written over', async () => {
    const { policyId } = await save();
    const [first] = await policies();
    const frame = { policyId, basedOn: first?.versionId };
    await save({ riskPercent: 50 }, frame);
    await expect(save({ riskPercent: 60 }, frame)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/^Jack Moreau changed this policy meanwhile/),
    });
    expect(await policies()).toMatchObject([{ riskPercent: 50 }]);
  });

  test.each<[string, object, string]>([
    ['no name', { name: ' ' }, 'policy.name'],
    [
      'under a minute',
      { promises: { resolution: within(59) } },
      'policy.promises.resolution.seconds.low',
    ],
    [
      'over a year',
      { promises: { resolution: within(366 * 86_400) } },
      'policy.promises.resolution.seconds.low',
    ],
    [
      'a priority without a time',
      {
        promises: {
          ownership: { ...within(60), seconds: { low: 60, normal: 60, high: 60 } },
        },
      },
      'policy.promises.ownership.seconds.urgent',
    ],
    ['a list with nothing in it', { conditions: { teamIds: [] } }, 'policy.conditions.teamIds'],
    ['risk at the end', { riskPercent: 100 }, 'policy.riskPercent'],
    [
      'a step without an effect',
      { steps: [{ id: 'a', metric: 'first_response', at: { percent: 50 }, effects: [] }] },
      'policy.steps.0.effects',
    ],
    [
      'a step that is called like ours',
      {
        steps: [
          {
            id: 'breach',
            metric: 'first_response',
            at: { percent: 50 },
            effects: [{ kind: 'raise' }],
          },
        ],
      },
      'policy.steps.0.id',
    ],
  ])('with %s is refused at its field', async (_, change, path) => {
    await expect(save(change)).rejects.toSatisfy((error: unknown) => {
      const { issues } = error as { issues: { path: PropertyKey[] }[] };
      return issues.some((issue) => issue.path.join('.') === path);
    });
    expect(await policies()).toEqual([]);
  });

  test('escalates only what it promises, each step once', async () => {
    const step = {
      id: 'a',
      metric: 'first_response',
      at: { before: 600 },
      effects: [{ kind: 'notify', who: 'leads' }],
    };
    await expect(save({ steps: [{ ...step, metric: 'resolution' }] })).rejects.toMatchObject({
      details: { fields: { 'steps.0.metric': expect.any(String) } },
    });
    await expect(save({ steps: [step, step] })).rejects.toMatchObject({ code: 'invalid' });
    await save({ steps: [step, { ...step, id: 'b', at: { after: 0 } }] });
    expect((await policies())[0]?.steps).toHaveLength(2);
  });

  test('names only what is in this workspace', async () => {
    await save();
    const foreign = await aMember(await aWorkspace(), ['lead']);
    const theirs = {
      channelIds: [(await aChannel(foreign.workspaceId)).id],
      teamIds: [(await createTeam(foreign, { name: 'Theirs' })).teamId],
      labelIds: [(await createLabel(foreign, { name: 'Theirs', colour: 'blue' })).labelId],
    };
    for (const [field, ids] of Object.entries(theirs)) {
      await expect(save({ name: 'New', conditions: { [field]: ids } })).rejects.toMatchObject({
        details: {
          fields: { [`conditions.${field}`]: expect.stringMatching(/not there any more/) },
        },
      });
    }
    const leaver = await aMember(lead.workspaceId);
    const tells = (memberId: string) => ({
      name: 'Tells',
      steps: [
        {
          id: 'a',
          metric: 'first_response',
          at: { percent: 50 },
          effects: [{ kind: 'notify_member', memberId }],
        },
      ],
    });
    await save({ ...tells(leaver.memberId), name: 'Told' });
    const admin = await aMember(lead.workspaceId, ['admin']);
    await removeMember(admin, { memberId: leaver.memberId, handTo: null });
    for (const gone of [leaver.memberId, foreign.memberId]) {
      await expect(save(tells(gone))).rejects.toMatchObject({
        details: { fields: { 'steps.0.effects': expect.stringMatching(/does not work here/) } },
      });
    }
    const labelled = [{ kind: 'label', labelId: theirs.labelIds[0] }];
    const step = { id: 'a', metric: 'first_response', at: { percent: 50 }, effects: labelled };
    await expect(save({ name: 'Labels', steps: [step] })).rejects.toMatchObject({
      code: 'invalid',
    });
    const given = { ...step, effects: [{ kind: 'team', teamId: theirs.teamIds[0] }] };
    await expect(save({ name: 'Teams', steps: [given] })).rejects.toMatchObject({
      details: { fields: { 'steps.0.effects': expect.stringMatching(/teams is not there/) } },
    });
    await expect(save({ name: 'Hours', calendarId: uuid() })).rejects.toMatchObject({
      details: { fields: { calendarId: expect.any(String) } },
    });
  });

  test('is put in order but never behind the one that takes all', async () => {
    const last = await save();
    const one = await save(urgent);
    const two = await save(press);
    const order = [two.policyId, one.policyId];
    await orderPolicies(lead, { order, applyTo: 'open' });
    expect(await names()).toEqual(['Press', 'Urgent', 'Everything else *']);
    expect(await spreads()).toBe(1);
    await orderPolicies(lead, { order, applyTo: 'open' });
    expect(await spreads()).toBe(1);
    const orders = [
      [],
      [two.policyId],
      [two.policyId, two.policyId],
      [one.policyId, last.policyId],
    ];
    for (const wrong of orders) {
      await expect(orderPolicies(lead, { order: wrong, applyTo: 'new' })).rejects.toThrow();
    }
    await archivePolicy(lead, { policyId: two.policyId, archived: true, applyTo: 'open' });
    expect(await names()).toEqual(['Urgent', 'Everything else *']);
    await save(press);
    expect(await names()).toEqual(['Urgent', 'Press', 'Everything else *']);
  });

  test('of another workspace is not found', async () => {
    await save();
    const { policyId } = await save(urgent);
    const foreign = await aMember(await aWorkspace(), ['lead', 'admin']);
    const notFound = { code: 'not_found' };
    await expect(save({}, { policyId }, foreign)).rejects.toMatchObject(notFound);
    await expect(
      archivePolicy(foreign, { policyId, archived: true, applyTo: 'new' }),
    ).rejects.toMatchObject(notFound);
    await expect(
      orderPolicies(foreign, { order: [policyId], applyTo: 'new' }),
    ).rejects.toMatchObject(notFound);
    await expect(save({}, {}, foreign)).rejects.toMatchObject({
      details: { fields: { calendarId: expect.any(String) } },
    });
    expect(await policies(foreign)).toEqual([]);
  });

  test('is kept by leads and admins, and read by everybody', async () => {
    const { policyId } = await save();
    const agent = await aMember(lead.workspaceId, ['agent', 'marketer']);
    const forbidden = { code: 'forbidden' };
    await expect(save({}, {}, agent)).rejects.toMatchObject(forbidden);
    await expect(
      archivePolicy(agent, { policyId, archived: true, applyTo: 'new' }),
    ).rejects.toMatchObject(forbidden);
    await expect(orderPolicies(agent, { order: [], applyTo: 'new' })).rejects.toMatchObject(
      forbidden,
    );
    expect(await policies(agent)).toHaveLength(1);
    await save(urgent, {}, await aMember(lead.workspaceId, ['admin']));
  });
});
