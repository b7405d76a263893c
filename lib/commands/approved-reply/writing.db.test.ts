import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { createAttribute } from '../attribute/create';
import { archiveReply } from './archive';
import { changeReply } from './change';
import { createReply } from './create';
import { discardVersion } from './discard';
import type { Library } from './library.fixture';
import { aLibrary } from './library.fixture';
import { saveVersion } from './save';
import { startVersion } from './start';
import { submitVersion } from './submit';

let database: TestDatabase;
let here: Library;

beforeAll(async () => {
  database = await testDatabase();
  here = await aLibrary(database);
});
afterAll(() => database.close());

const DAY_MS = 24 * 60 * 60_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

const refund = {
  ...{ key: 'refund', title: ' Refund  of an order ', folder: 'Orders', purpose: 'answer' },
  ...{ risk: 'low', sourceLanguage: 'en' },
};

function change(replyId: string, version: number, more: object = {}) {
  const { sourceLanguage: _, ...values } = refund;
  return { replyId, version, ...values, channelIds: [], ownerId: here.author.memberId, ...more };
}

describe('a reply', () => {
  it('begins with an empty draft of whoever makes it', async () => {
    const { replyId, versionId } = await createReply(here.author, { ...refund, key: '/Refund' });
    expect(await here.versionOf(versionId)).toMatchObject({
      ...{ state: 'draft', number: 1, language: 'en', body: '' },
      authorId: here.author.memberId,
    });
    const { rows } = await database.admin.query(
      'select key, title, owner_id from approved_replies where id = $1',
      [replyId],
    );
    expect(rows).toEqual([
      { key: 'refund', title: 'Refund of an order', owner_id: here.author.memberId },
    ]);
  });

  it('has a key that no other has', async () => {
    await createReply(here.author, { ...refund, key: 'twice' });
    const again = createReply(here.second, { ...refund, key: 'TWICE' });
    await expect(again).rejects.toMatchObject({
      code: 'conflict',
      details: { fields: { key: 'Another reply has this key. Choose another.' } },
    });
    const { replyId } = await createReply(here.author, { ...refund, key: 'once' });
    await expect(
      changeReply(here.author, change(replyId, 1, { key: 'twice' })),
    ).rejects.toMatchObject({ code: 'conflict' });
  });

  it.each(['', 'Grüße', 'a b', '-a', 'a'.repeat(41)])('has no key such as “%s”', async (key) => {
    await expect(createReply(here.author, { ...refund, key })).rejects.toThrow(
      /A key has up to 40/,
    );
  });

  it('is changed by who saw what stands there now', async () => {
    const { replyId } = await createReply(here.author, { ...refund, key: 'moves' });
    const { id: channelId } = await aChannel(here.workspaceId);
    const input = change(replyId, 1, { key: 'moved', risk: 'high', channelIds: [channelId] });
    expect(await changeReply(here.second, input)).toEqual({ version: 2 });
    await expect(changeReply(here.author, input)).rejects.toMatchObject({
      code: 'conflict',
      details: { version: 2 },
    });
  });

  it('is looked after by a marketer, and in channels that there are', async () => {
    const { replyId } = await createReply(here.author, { ...refund, key: 'owned' });
    const to = (ownerId: string) => changeReply(here.author, change(replyId, 1, { ownerId }));
    await expect(to(here.agent.memberId)).rejects.toThrow(/Only a marketer looks after/);
    await expect(to(uuid())).rejects.toThrow(/Only a marketer looks after/);
    const { id } = await aChannel(await aWorkspace());
    await expect(
      createReply(here.author, { ...refund, key: 'elsewhere', channelIds: [id] }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is archived once nothing of it is in use, and comes back', async () => {
    const { replyId, versionId } = await here.published();
    const archive = (archived: boolean) => archiveReply(here.author, { replyId, archived });
    await expect(archive(true)).rejects.toThrow('Retire it first.');
    await database.admin.query(
      "update reply_versions set state = 'retired', ended_at = now() where id = $1",
      [versionId],
    );
    await archive(true);
    await expect(startVersion(here.author, { replyId, language: 'en' })).rejects.toThrow(
      'This reply is archived. Bring it back first.',
    );
    await archive(false);
    await startVersion(here.author, { replyId, language: 'en' });
  });
});

describe('a draft', () => {
  it('begins with the words of another version, and without its window', async () => {
    const { replyId, versionId } = await here.published({ validUntil: inDays(9) });
    const started = await startVersion(here.second, {
      ...{ replyId, language: 'en', fromVersionId: versionId },
    });
    const { body } = await here.versionOf(versionId);
    expect(await here.versionOf(started.versionId)).toMatchObject({
      ...{ state: 'draft', number: 2, body, authorId: here.second.memberId },
    });
    const again = startVersion(here.author, { replyId, language: 'en' });
    await expect(again).rejects.toMatchObject({ code: 'conflict' });
    await expect(again).rejects.toThrow('There is a draft in this language already');
  });

  it('is one of two that were begun at the same moment', async () => {
    const { replyId } = await here.published();
    const begun = await Promise.allSettled(
      [here.author, here.second].map((by) => startVersion(by, { replyId, language: 'en' })),
    );
    expect(begun.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('of a translation knows which words of the source it says', async () => {
    const { replyId, versionId } = await here.published();
    const { versionId: german } = await startVersion(here.author, { replyId, language: 'de' });
    expect(await here.versionOf(german)).toMatchObject({ number: 1, sourceVersionId: versionId });
    const newer = await here.nextApproved(replyId);
    await database.admin.query("update reply_versions set state = 'superseded' where id = $1", [
      versionId,
    ]);
    await database.admin.query("update reply_versions set state = 'published' where id = $1", [
      newer,
    ]);
    await here.save(german);
    expect(await here.versionOf(german)).toMatchObject({ sourceVersionId: versionId });
    await here.save(german, { current: true });
    expect(await here.versionOf(german)).toMatchObject({ sourceVersionId: newer });
  });

  it('that begins with a translation says what that one said, whatever is in use by now', async () => {
    const { replyId, versionId } = await here.published();
    const { versionId: german } = await startVersion(here.author, { replyId, language: 'de' });
    const newer = await here.nextApproved(replyId);
    const changes = [
      [german, "state = 'published', body_hash = repeat('a', 64)"],
      [versionId, "state = 'superseded'"],
      [newer, "state = 'published'"],
    ] as const;
    for (const [id, change] of changes) {
      await database.admin.query(`update reply_versions set ${change} where id = $1`, [id]);
    }
    const from = { replyId, language: 'de', fromVersionId: german };
    const { versionId: next } = await startVersion(here.author, from);
    expect(await here.versionOf(next)).toMatchObject({ number: 2, sourceVersionId: versionId });
  });

  it('is saved by its author, over what they have read', async () => {
    const { versionId } = await here.draft();
    const { revision } = await here.versionOf(versionId);
    const words = {
      ...{ versionId, revision, body: 'Hi', allowance: 'free', actions: {}, fileIds: [] },
      ...{ validFrom: null, validUntil: null, reviewBy: null },
    };
    await expect(saveVersion(here.second, words)).rejects.toThrow('Only its author changes it.');
    expect(await saveVersion(here.author, words)).toEqual({ revision: revision + 1 });
    await expect(saveVersion(here.author, words)).rejects.toMatchObject({
      code: 'conflict',
      details: { revision: revision + 1 },
    });
  });

  it('of somebody who writes no more is discarded by any marketer', async () => {
    const leaver = await aMember(here.workspaceId, ['marketer']);
    const { versionId } = await here.draft({ by: leaver });
    await expect(discardVersion(here.second, { versionId })).rejects.toThrow('Only its author');
    await database.admin.query('update members set removed_at = now() where id = $1', [
      leaver.memberId,
    ]);
    await discardVersion(here.second, { versionId });
    await expect(here.versionOf(versionId)).rejects.toThrow('no such version');
  });

  it('names only labels, teams and files that there are', async () => {
    const { versionId } = await here.draft();
    const save = (words: object) => here.save(versionId, words);
    await expect(save({ actions: { labelIds: [uuid()] } })).rejects.toThrow('no such label');
    await expect(save({ actions: { teamId: uuid() } })).rejects.toThrow('no such team');
    await expect(save({ fileIds: [uuid()] })).rejects.toThrow('not here any more');
    await expect(save({ actions: { status: 'snoozed' } })).rejects.toThrow('for how many hours');
    await expect(save({ validFrom: inDays(3), validUntil: inDays(2) })).rejects.toThrow(
      'The end comes before the beginning.',
    );
    await save({ actions: { status: 'snoozed', snoozeHours: 4 } });
    expect(await here.versionOf(versionId)).toMatchObject({
      actions: { status: 'snoozed', snoozeHours: 4 },
    });
  });
});

describe('what is submitted', () => {
  it('can be read by a reviewer and sent to a customer', async () => {
    const { versionId } = await here.draft();
    const refusedWith = async (words: object, sentence: RegExp) => {
      await here.save(versionId, words);
      await expect(here.submit(versionId)).rejects.toThrow(sentence);
      expect(await here.stateOf(versionId)).toBe('draft');
    };
    await refusedWith({ body: '' }, /Write the words/);
    await refusedWith({ body: '[[Hi {{attribute.tier}}]]' }, /Nothing is called attribute.tier/);
    await refusedWith({ body: 'Hi', allowance: 'locked' }, /Nothing is locked/);
    await refusedWith({ body: 'a'.repeat(10_001), allowance: 'free' }, /10000 fit into a message/);
    await refusedWith({ validUntil: inDays(-1) }, /over already/);
    await createAttribute(here.lead, { key: 'tier', name: 'Tier', type: 'text', choices: '' });
    await here.save(versionId, { body: '[[Hi {{attribute.tier}}]]' });
    await here.submit(versionId);
    expect(await here.versionOf(versionId)).toMatchObject({
      state: 'in_review',
      bodyHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('has the risk that its reply has then', async () => {
    const { replyId, versionId } = await here.draft();
    await changeReply(here.author, change(replyId, 1, { key: 'riskier', risk: 'high' }));
    await here.submit(versionId);
    expect(await here.versionOf(versionId)).toMatchObject({ risk: 'high' });
  });

  it('is submitted over what its author has read', async () => {
    const { versionId } = await here.draft();
    const { revision } = await here.versionOf(versionId);
    await expect(
      submitVersion(here.author, { versionId, revision: revision - 1 }),
    ).rejects.toMatchObject({ code: 'conflict', details: { revision } });
  });
});

test.each([
  ["update reply_versions set body = 'other' where id = $1"],
  ["update reply_versions set allowance = 'free' where id = $1"],
  ["update reply_versions set risk = 'high' where id = $1"],
  ["update reply_versions set valid_until = now() + interval '9 days' where id = $1"],
  [`update reply_versions set media = '[{"fileId":"x"}]' where id = $1`],
  ["update reply_versions set body_hash = 'other' where id = $1"],
  ['update reply_versions set number = 7 where id = $1'],
])('nobody writes past the review, not even here: %s', async (statement) => {
  const { versionId } = await here.inReview();
  await expect(database.admin.query(statement, [versionId])).rejects.toThrow(
    'a submitted version of an approved reply cannot change',
  );
});
