import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { archiveLabel } from '@/lib/commands/label/archive';
import { createLabel } from '@/lib/commands/label/create';
import { labelUses } from './label-uses';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('it is told how many conversations carry a label, archived or not, of this workspace alone', async () => {
  const lead = await aMember(await aWorkspace(), ['lead']);
  const { workspaceId } = lead;
  const { labelId } = await createLabel(lead, { name: 'Refund', colour: 'red' });
  await createLabel(lead, { name: 'Unused', colour: 'blue' });
  await aConversation(workspaceId, { labelIds: [labelId] });
  await aConversation(workspaceId, { labelIds: [labelId], status: 'resolved' });
  await aConversation(await aWorkspace(), { labelIds: [labelId] });
  await archiveLabel(lead, { labelId, archived: true });
  const agent = await aMember(workspaceId, ['agent']);
  expect(await labelUses(agent)).toEqual([
    { id: labelId, name: 'Refund', colour: 'red', archived: true, uses: 2 },
    { id: expect.any(String), name: 'Unused', colour: 'blue', archived: false, uses: 0 },
  ]);
});
