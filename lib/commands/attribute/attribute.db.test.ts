import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import { attributeList } from '@/lib/queries/attributes/attribute-list';
import { archiveAttribute } from './archive';
import { changeAttribute } from './change';
import { createAttribute } from './create';
import { orderAttributes } from './order';

let database: TestDatabase;
let lead: Actor;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  lead = await aMember(await aWorkspace(), ['lead']);
});

const text = { type: 'text', choices: '' } as const;
const make = (name: string, key: string, more: object = text) =>
  createAttribute(lead, { name, key, ...more });

test('attributes are made, renamed, ordered, archived and brought back', async () => {
  const plan = await make('Plan', 'plan', { type: 'choice', choices: 'Scoop\n\n Parlour \nScoop' });
  const number = await make('Customer no.', 'customer_no');
  await changeAttribute(lead, { ...plan, name: 'Club plan', choices: 'Parlour\nScoop\nTruck' });
  await orderAttributes(lead, { order: [number.attributeId, plan.attributeId] });
  expect(await attributeList(lead)).toEqual([
    {
      id: number.attributeId,
      key: 'customer_no',
      name: 'Customer no.',
      type: 'text',
      choices: [],
      archived: false,
    },
    {
      id: plan.attributeId,
      key: 'plan',
      name: 'Club plan',
      type: 'choice',
      choices: ['Parlour', 'Scoop', 'Truck'],
      archived: false,
    },
  ]);
  await archiveAttribute(lead, { ...plan, archived: true });
  expect((await attributeList(lead)).map(({ archived }) => archived)).toEqual([false, true]);
  await archiveAttribute(lead, { ...plan, archived: false });
  expect((await attributeList(lead)).map(({ archived }) => archived)).toEqual([false, false]);
});

test('changing nothing records nothing', async () => {
  const made = await make('Plan', 'plan');
  await changeAttribute(lead, { ...made, name: 'Plan', choices: 'not a choice' });
  await archiveAttribute(lead, { ...made, archived: false });
  await orderAttributes(lead, { order: [made.attributeId] });
  const { rows } = await database.admin.query(
    "select 1 from events where workspace_id = $1 and type = 'attribute.changed'",
    [lead.workspaceId],
  );
  expect(rows).toHaveLength(1);
});

test('a key is given once and for ever; a name once at a time', async () => {
  const first = await make('Plan', 'plan');
  await archiveAttribute(lead, { ...first, archived: true });
  await expect(make('Other', 'plan')).rejects.toMatchObject({
    code: 'conflict',
    details: { fields: { key: expect.stringContaining('Plan') } },
  });
  await make('plan', 'new_plan');
  const taken = { code: 'conflict', details: { fields: { name: expect.any(String) } } };
  await expect(make('PLAN', 'third')).rejects.toMatchObject(taken);
  await expect(archiveAttribute(lead, { ...first, archived: false })).rejects.toMatchObject(taken);
});

test('of many who make the same attribute at the same moment one does', async () => {
  const made = await Promise.allSettled(Array.from({ length: 8 }, () => make('Plan', 'plan')));
  expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await attributeList(lead)).toHaveLength(1);
});

test.each(['', 'Plan', '9lives', '_x', 'a-b', 'ä', 'a'.repeat(41), '__proto__'])(
  'a key cannot be %j',
  async (key) => {
    await expect(make('Plan', key)).rejects.toMatchObject({ issues: [{ path: ['key'] }] });
  },
);

test('a choice needs something to choose from', async () => {
  const none = { code: 'invalid', details: { fields: { choices: expect.any(String) } } };
  const choice = { type: 'choice', choices: ' \n' };
  await expect(make('Plan', 'plan', choice)).rejects.toMatchObject(none);
  const made = await make('Plan', 'plan', { type: 'choice', choices: 'A' });
  await expect(changeAttribute(lead, { ...made, name: 'Plan', choices: '' })).rejects.toMatchObject(
    none,
  );
});

test('an order names every attribute in use, each once', async () => {
  const [one, two] = [await make('One', 'one'), await make('Two', 'two')];
  for (const order of [[one.attributeId], [one.attributeId, one.attributeId]]) {
    await expect(orderAttributes(lead, { order })).rejects.toMatchObject({ code: 'conflict' });
  }
  await archiveAttribute(lead, { ...two, archived: true });
  await expect(
    orderAttributes(lead, { order: [one.attributeId, two.attributeId] }),
  ).rejects.toMatchObject({ code: 'not_found' });
});

test('an attribute of another workspace is not found', async () => {
  const made = await make('Plan', 'plan');
  const foreign = await aMember(await aWorkspace(), ['lead', 'admin']);
  const notFound = { code: 'not_found' };
  await expect(
    changeAttribute(foreign, { ...made, name: 'Mine', choices: '' }),
  ).rejects.toMatchObject(notFound);
  await expect(archiveAttribute(foreign, { ...made, archived: true })).rejects.toMatchObject(
    notFound,
  );
  await expect(orderAttributes(foreign, { order: [made.attributeId] })).rejects.toMatchObject(
    notFound,
  );
  expect(await attributeList(foreign)).toEqual([]);
  await createAttribute(foreign, { name: 'Plan', key: 'plan', ...text });
});

test('only leads and admins keep the attributes', async () => {
  const made = await make('Plan', 'plan');
  const agent = await aMember(lead.workspaceId, ['agent', 'marketer']);
  const forbidden = { code: 'forbidden' };
  await expect(
    createAttribute(agent, { name: 'Other', key: 'other', ...text }),
  ).rejects.toMatchObject(forbidden);
  await expect(
    changeAttribute(agent, { ...made, name: 'Other', choices: '' }),
  ).rejects.toMatchObject(forbidden);
  await expect(archiveAttribute(agent, { ...made, archived: true })).rejects.toMatchObject(
    forbidden,
  );
  await expect(orderAttributes(agent, { order: [made.attributeId] })).rejects.toMatchObject(
    forbidden,
  );
  const admin = await aMember(lead.workspaceId, ['admin']);
  await archiveAttribute(admin, { ...made, archived: true });
});
