import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { setChannelLanguage } from './set-language';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function place() {
  const workspaceId = await aWorkspace();
  const { id: channelId } = await aChannel(workspaceId);
  const admin = await aMember(workspaceId, ['admin']);
  const language = async () =>
    (await database.admin.query('select language from channels where id = $1', [channelId])).rows[0]
      .language;
  return { workspaceId, channelId, admin, language };
}

test('an admin chooses the language in which a channel answers, and it is told', async () => {
  const { channelId, admin, language } = await place();
  expect(await language()).toBe('en');
  await setChannelLanguage(admin, { channelId, language: 'pt-BR' });
  expect(await language()).toBe('pt-BR');
  const { rows } = await database.admin.query(
    'select type, data from events where workspace_id = $1',
    [admin.workspaceId],
  );
  expect(rows).toEqual([{ type: 'channel.changed', data: { language: 'pt-BR' } }]);
});

test('what is no language is refused', async () => {
  const { channelId, admin, language } = await place();
  for (const wrong of ['', 'English', 'EN', 'de_DE']) {
    await expect(setChannelLanguage(admin, { channelId, language: wrong })).rejects.toThrow();
  }
  expect(await language()).toBe('en');
});

test('nobody but an admin, and not from another workspace', async () => {
  const { workspaceId, channelId, language } = await place();
  const lead = await aMember(workspaceId, ['agent', 'lead', 'marketer']);
  const wanted = { channelId, language: 'de' };
  await expect(setChannelLanguage(lead, wanted)).rejects.toMatchObject({ code: 'forbidden' });
  const stranger = await aMember(await aWorkspace(), ['admin']);
  await expect(setChannelLanguage(stranger, wanted)).rejects.toMatchObject({ code: 'not_found' });
  expect(await language()).toBe('en');
});
