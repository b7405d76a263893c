import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { withWorkspace } from '@/db/client';
import { labels } from '@/db/schema/labels';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import type { AttributeType } from '@/lib/domain/contact/contact';
import { activity } from '@/lib/queries/inbox/activity';
import { archiveAttribute } from '../attribute/archive';
import { createAttribute } from '../attribute/create';
import { changeContact } from './change';

let database: TestDatabase;
let lead: Actor;
let agent: Actor;
let contactId: string;
let conversationId: string;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  lead = await aMember(await aWorkspace(), ['lead']);
  agent = await aMember(lead.workspaceId, ['agent']);
  const conversation = await aConversation(lead.workspaceId);
  contactId = conversation.contactId;
  conversationId = conversation.id;
});

async function standing(): Promise<unknown> {
  const { rows } = await database.admin.query(
    'select kind, vip, label_ids as "labelIds", attributes from contacts where id = $1',
    [contactId],
  );
  return rows[0];
}

async function changesTold(): Promise<unknown[]> {
  const { rows } = await database.admin.query(
    `select conversation_id as conversation, actor_member_id as by, data from events
     where workspace_id = $1 and type = 'contact.changed' order by seq`,
    [lead.workspaceId],
  );
  return rows;
}

async function aLabel(name: string, workspaceId = lead.workspaceId): Promise<string> {
  const id = uuid();
  await withWorkspace(workspaceId, (tx) =>
    tx.insert(labels).values({ workspaceId, id, name, colour: 'red' }),
  );
  return id;
}

const anAttribute = (key: string, type: AttributeType, choices = '') =>
  createAttribute(lead, { name: `The ${key}`, key, type, choices });

const change = (...changes: unknown[]) => changeContact(agent, { contactId, changes });

test('kind, VIP, labels and attributes are set together and told once for each conversation', async () => {
  await anAttribute('plan', 'choice', 'Scoop\nParlour');
  await anAttribute('since', 'date');
  const press = await aLabel('Press list');
  await change(
    { field: 'kind', from: 'customer', to: 'journalist' },
    { field: 'vip', to: true },
    { field: 'label', labelId: press, on: true },
    { field: 'attribute', key: 'plan', from: null, to: 'Parlour' },
    { field: 'attribute', key: 'since', from: null, to: '2024-02-29' },
  );
  const attributes = { plan: 'Parlour', since: '2024-02-29' };
  expect(await standing()).toEqual({
    kind: 'journalist',
    vip: true,
    labelIds: [press],
    attributes,
  });
  const fields = `kind vip label:${press} attribute:plan attribute:since`;
  const was = { 'from:kind': 'customer', 'from:vip': false, [`from:label:${press}`]: false };
  const is = { 'to:kind': 'journalist', 'to:vip': true, [`to:label:${press}`]: true };
  const plan = { 'from:attribute:plan': null, 'to:attribute:plan': 'Parlour' };
  const since = { 'from:attribute:since': null, 'to:attribute:since': '2024-02-29' };
  const data = { contactId, fields, ...was, ...is, ...plan, ...since };
  expect(await changesTold()).toEqual([{ conversation: conversationId, by: agent.memberId, data }]);
  const { items } = await activity(agent, conversationId, null);
  expect(items.find(({ type }) => type === 'contact.changed')?.data).toEqual({
    ...data,
    'name:attribute:plan': 'The plan',
    'name:attribute:since': 'The since',
  });
});

test('what is so already is neither written nor told', async () => {
  await change({ field: 'vip', to: false }, { field: 'kind', from: 'customer', to: 'customer' });
  expect(await changesTold()).toEqual([]);
});

test('a value is taken out again, and others stay', async () => {
  await anAttribute('plan', 'text');
  await anAttribute('seats', 'number');
  await change(
    { field: 'attribute', key: 'plan', from: null, to: ' Gold ' },
    { field: 'attribute', key: 'seats', from: null, to: 4.5 },
  );
  await change({ field: 'attribute', key: 'plan', from: 'Gold', to: null });
  expect(await standing()).toMatchObject({ attributes: { seats: 4.5 } });
});

test('many who change different things of one contact at once overwrite nothing', async () => {
  const keys = Array.from({ length: 8 }, (_, no) => `field_${no}`);
  for (const key of keys) await anAttribute(key, 'number');
  const made = await Promise.allSettled([
    ...keys.map((key, no) => change({ field: 'attribute', key, from: null, to: no })),
    change({ field: 'vip', to: true }),
    change({ field: 'kind', from: 'customer', to: 'partner' }),
  ]);
  expect(made.map(({ status }) => status)).toEqual(made.map(() => 'fulfilled'));
  const attributes = Object.fromEntries(keys.map((key, no) => [key, no]));
  expect(await standing()).toEqual({ kind: 'partner', vip: true, labelIds: [], attributes });
});

test('of two who change the same thing at once the second is asked again, and keeps nothing of the rest', async () => {
  await anAttribute('plan', 'text');
  const made = await Promise.allSettled([
    change(
      { field: 'attribute', key: 'plan', from: null, to: 'Gold' },
      { field: 'kind', from: 'customer', to: 'partner' },
    ),
    change(
      { field: 'attribute', key: 'plan', from: null, to: 'Tin' },
      { field: 'kind', from: 'customer', to: 'partner' },
    ),
  ]);
  const lost = made.find(({ status }) => status === 'rejected');
  expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(lost).toMatchObject({
    reason: { code: 'conflict', details: { fields: { 'attribute:plan': expect.any(String) } } },
  });
  expect(await changesTold()).toHaveLength(1);
});

describe('a value that does not fit is refused at its field', () => {
  test.each<[AttributeType, unknown, RegExp]>([
    ['text', '   ', /Write a text/],
    ['text', 'two\nlines', /one line/],
    ['text', 12, /Write a text/],
    ['number', '12', /is a number/],
    ['number', 1e300, /is a number/],
    ['boolean', 'true', /yes or no/],
    ['date', '2026-02-30', /is a day/],
    ['date', '30.2.2026', /is a day/],
    ['choice', 'Tin', /one of Scoop, Parlour/],
  ])('%s: %j', async (type, to, message) => {
    await anAttribute('it', type, type === 'choice' ? 'Scoop\nParlour' : '');
    await expect(change({ field: 'attribute', key: 'it', from: null, to })).rejects.toMatchObject({
      code: 'invalid',
      details: { fields: { 'attribute:it': expect.stringMatching(message) } },
    });
    expect(await standing()).toMatchObject({ attributes: {} });
  });
});

test('an attribute or label that is not in use here cannot be given', async () => {
  const { attributeId } = await anAttribute('plan', 'text');
  await archiveAttribute(lead, { attributeId, archived: true });
  const elsewhere = await aLabel('Theirs', await aWorkspace());
  for (const wrong of [
    { field: 'attribute', key: 'plan', from: null, to: 'Gold' },
    { field: 'attribute', key: 'nobody_made_it', from: null, to: 'Gold' },
    { field: 'attribute', key: '__proto__', from: null, to: 'Gold' },
    { field: 'label', labelId: elsewhere, on: true },
    { field: 'label', labelId: uuid(), on: true },
  ]) {
    await expect(change(wrong)).rejects.toMatchObject({ code: 'not_found' });
  }
  await expect(change({ field: 'vip', to: true, role: 'admin' })).rejects.toThrow();
  await expect(change({ field: 'kind', from: 'customer', to: 'king' })).rejects.toThrow();
  expect(await standing()).toMatchObject({ vip: false, labelIds: [], attributes: {} });
});

test('a contact carries twenty labels and no more', async () => {
  const ids: string[] = [];
  for (let no = 0; no < 21; no += 1) ids.push(await aLabel(`Label ${no}`));
  const put = (labelIds: readonly string[]) =>
    change(...labelIds.map((labelId) => ({ field: 'label', labelId, on: true })));
  await expect(put(ids)).rejects.toMatchObject({ code: 'conflict' });
  await put(ids.slice(0, 20));
  await expect(put(ids.slice(20))).rejects.toMatchObject({ code: 'conflict' });
});

test('a contact of another workspace is not found', async () => {
  const foreign = await aMember(await aWorkspace(), ['agent', 'lead']);
  const changes = [{ field: 'vip', to: true }];
  for (const id of [contactId, uuid()]) {
    await expect(changeContact(foreign, { contactId: id, changes })).rejects.toMatchObject({
      code: 'not_found',
    });
  }
  expect(await standing()).toMatchObject({ vip: false });
});

test('only agents and leads say who a contact is', async () => {
  const other = await aMember(lead.workspaceId, ['marketer', 'admin']);
  const changes = [{ field: 'vip', to: true }];
  await expect(changeContact(other, { contactId, changes })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await changeContact(lead, { contactId, changes });
});
