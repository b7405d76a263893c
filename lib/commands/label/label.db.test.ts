import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import { archiveLabel } from './archive';
import { changeLabel } from './change';
import { createLabel } from './create';

let database: TestDatabase;
let lead: Actor;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  lead = await aMember(await aWorkspace(), ['lead']);
});

const blue = { colour: 'blue' } as const;

async function labelsOf({ workspaceId }: Actor): Promise<unknown[]> {
  const { rows } = await database.admin.query(
    `select id, name, colour, archived_at is not null as archived from labels
     where workspace_id = $1 order by lower(name), id`,
    [workspaceId],
  );
  return rows;
}

async function eventsOf({ workspaceId }: Actor): Promise<unknown[]> {
  const { rows } = await database.admin.query(
    'select type, data from events where workspace_id = $1 order by seq',
    [workspaceId],
  );
  return rows;
}

test('a label is made, renamed and recoloured; everybody sees it so', async () => {
  const { labelId } = await createLabel(lead, { name: '  Late \n delivery ', ...blue });
  await changeLabel(lead, { labelId, name: 'Late parcel', colour: 'red' });
  expect(await labelsOf(lead)).toEqual([
    { id: labelId, name: 'Late parcel', colour: 'red', archived: false },
  ]);
  expect(await eventsOf(lead)).toEqual([
    { type: 'label.changed', data: { labelId } },
    { type: 'label.changed', data: { labelId } },
  ]);
});

test('changing nothing records nothing', async () => {
  const { labelId } = await createLabel(lead, { name: 'Refund', ...blue });
  await changeLabel(lead, { labelId, name: 'Refund', ...blue });
  await archiveLabel(lead, { labelId, archived: false });
  expect(await eventsOf(lead)).toHaveLength(1);
});

test('two labels in use never have the same name, however it is written', async () => {
  await createLabel(lead, { name: 'Refund', ...blue });
  const { labelId } = await createLabel(lead, { name: 'Press', ...blue });
  const taken = { code: 'conflict', details: { fields: { name: expect.any(String) } } };
  await expect(createLabel(lead, { name: ' rEFUND', ...blue })).rejects.toMatchObject(taken);
  await expect(changeLabel(lead, { labelId, name: 'REFUND', ...blue })).rejects.toMatchObject(
    taken,
  );
  await changeLabel(lead, { labelId, name: 'press', ...blue });
});

test('of many who make the same label at the same moment one does', async () => {
  const made = await Promise.allSettled(
    Array.from({ length: 8 }, () => createLabel(lead, { name: 'Gluten', ...blue })),
  );
  expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await labelsOf(lead)).toHaveLength(1);
});

test('an archived label gives its name free and cannot come back under a name that is taken', async () => {
  const { labelId } = await createLabel(lead, { name: 'Refund', ...blue });
  await archiveLabel(lead, { labelId, archived: true });
  const second = await createLabel(lead, { name: 'refund', ...blue });
  await expect(archiveLabel(lead, { labelId, archived: false })).rejects.toMatchObject({
    code: 'conflict',
  });
  await changeLabel(lead, { labelId: second.labelId, name: 'Money back', ...blue });
  await archiveLabel(lead, { labelId, archived: false });
  expect(await labelsOf(lead)).toMatchObject([{ archived: false }, { archived: false }]);
});

test.each([
  ['nothing', ''],
  ['blanks', '  \n '],
  ['too much', 'x'.repeat(61)],
  ['what turns the line around', 'Refund \u202Eevil'],
  ['what a database does not take', 'a\u0000b'],
])('a name of %s is refused at its field', async (_, name) => {
  await expect(createLabel(lead, { name, ...blue })).rejects.toMatchObject({
    issues: [{ path: ['name'] }],
  });
  await expect(createLabel(lead, { name: 'Refund', colour: 'puce' })).rejects.toThrow();
});

test('a label of another workspace is not found', async () => {
  const { labelId } = await createLabel(lead, { name: 'Refund', ...blue });
  const foreign = await aMember(await aWorkspace(), ['lead', 'admin']);
  const notFound = { code: 'not_found' };
  await expect(changeLabel(foreign, { labelId, name: 'Mine', ...blue })).rejects.toMatchObject(
    notFound,
  );
  await expect(archiveLabel(foreign, { labelId, archived: true })).rejects.toMatchObject(notFound);
  expect(await labelsOf(lead)).toMatchObject([{ name: 'Refund', archived: false }]);
});

test('only leads and admins keep the labels', async () => {
  const { labelId } = await createLabel(lead, { name: 'Refund', ...blue });
  const agent = await aMember(lead.workspaceId, ['agent', 'marketer']);
  const forbidden = { code: 'forbidden' };
  await expect(createLabel(agent, { name: 'Other', ...blue })).rejects.toMatchObject(forbidden);
  await expect(changeLabel(agent, { labelId, name: 'Other', ...blue })).rejects.toMatchObject(
    forbidden,
  );
  await expect(archiveLabel(agent, { labelId, archived: true })).rejects.toMatchObject(forbidden);
  const admin = await aMember(lead.workspaceId, ['admin']);
  await archiveLabel(admin, { labelId, archived: true });
});
