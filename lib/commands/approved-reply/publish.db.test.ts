import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { testDatabase } from '@/db/testing';
import type { Library } from './library.fixture';
import { aLibrary } from './library.fixture';
import { publishVersion } from './publish';
import { retireVersion } from './retire';
import { startVersion } from './start';
import { unscheduleVersion } from './unschedule';

let database: TestDatabase;
let here: Library;

beforeAll(async () => {
  database = await testDatabase({ DATABASE_POOL: '20' });
  here = await aLibrary(database);
});
afterAll(() => database.close());

const DAY_MS = 24 * 60 * 60_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
const publish = (versionId: string) => publishVersion(here.author, { versionId });

async function publishedOf(replyId: string): Promise<string[]> {
  const { rows } = await database.admin.query<{ id: string }>(
    "select id from reply_versions where reply_id = $1 and state = 'published'",
    [replyId],
  );
  return rows.map(({ id }) => id);
}

describe('a version', () => {
  it('that is published takes the place of the one before', async () => {
    const { replyId, versionId } = await here.published();
    const newer = await here.nextApproved(replyId);
    expect(await publish(newer)).toEqual({ state: 'published' });
    expect(await here.stateOf(newer)).toBe('published');
    expect(await here.versionOf(versionId)).toMatchObject({
      ...{ state: 'superseded', endedBy: null, dueAt: null },
    });
    expect((await here.factsOf(replyId)).slice(-2)).toEqual([
      'reply.ended superseded',
      'reply.published published',
    ]);
  });

  it('in another language takes nobody’s place', async () => {
    const { replyId, versionId } = await here.published();
    await publish(await here.nextApproved(replyId, { language: 'de' }));
    expect(await here.stateOf(versionId)).toBe('published');
    expect(await publishedOf(replyId)).toHaveLength(2);
  });

  it('that is older than the published one stays where it is', async () => {
    const { replyId, versionId } = await here.approved();
    await publish(await here.nextApproved(replyId));
    await expect(publish(versionId)).rejects.toThrow(
      'A newer version is published. Begin a new draft from this one.',
    );
    expect(await here.stateOf(versionId)).toBe('approved');
  });

  it('whose time is over is not published', async () => {
    const { versionId } = await here.approved({ validUntil: inDays(1) });
    await database.admin.query('alter table reply_versions disable trigger reply_versions_fixed');
    await database.admin.query(
      "update reply_versions set valid_until = now() - interval '1 minute' where id = $1",
      [versionId],
    );
    await database.admin.query('alter table reply_versions enable trigger reply_versions_fixed');
    await expect(publish(versionId)).rejects.toThrow('The time of this version is over already.');
  });

  it('that ends is looked at two weeks before it', async () => {
    const { versionId } = await here.published({ validUntil: inDays(20) });
    const { dueAt } = await here.versionOf(versionId);
    expect(Math.round(((dueAt?.getTime() ?? 0) - Date.now()) / DAY_MS)).toBe(6);
  });

  it('that is retired is in use no more, and the language is free for another', async () => {
    const { replyId, versionId } = await here.published({ reviewBy: inDays(3) });
    await retireVersion(here.author, { versionId });
    expect(await here.versionOf(versionId)).toMatchObject({
      ...{ state: 'retired', endedBy: here.author.memberId, dueAt: null },
    });
    await publish(await here.nextApproved(replyId));
  });
});

describe('a schedule', () => {
  it('waits for the beginning, can be taken back, and is of one version at a time', async () => {
    const { replyId, versionId } = await here.approved({ validFrom: inDays(2) });
    expect(await publish(versionId)).toEqual({ state: 'scheduled' });
    expect(await publish(versionId)).toEqual({ state: 'scheduled' });
    const scheduled = await here.versionOf(versionId);
    expect(scheduled).toMatchObject({
      ...{ state: 'approved', scheduled: true, publishedBy: here.author.memberId },
    });
    expect(scheduled.dueAt?.getTime()).toBeGreaterThan(Date.now() + DAY_MS);

    const overlapping = await here.nextApproved(replyId, {
      ...{ validFrom: inDays(5), validUntil: inDays(9) },
    });
    await expect(publish(overlapping)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/Another version is scheduled for a part of this time/),
    });
    await unscheduleVersion(here.author, { versionId });
    expect(await here.versionOf(versionId)).toMatchObject({
      ...{ state: 'approved', scheduled: false, dueAt: null, publishedBy: null },
    });
    await publish(overlapping);
    await expect(unscheduleVersion(here.author, { versionId })).rejects.toThrow(
      'This version is not scheduled.',
    );
  });

  it('goes beside another one whose time is another, and beside another language', async () => {
    const { replyId, versionId } = await here.approved({
      ...{ validFrom: inDays(2), validUntil: inDays(4) },
    });
    await publish(versionId);
    const after = await here.nextApproved(replyId, { validFrom: inDays(4) });
    expect(await publish(after)).toEqual({ state: 'scheduled' });
    const german = await here.nextApproved(replyId, { language: 'de', validFrom: inDays(2) });
    expect(await publish(german)).toEqual({ state: 'scheduled' });
  });

  it('of overlapping times is made once, whoever asks at the same moment', async () => {
    const { replyId, versionId } = await here.approved({ validFrom: inDays(2) });
    const other = await here.nextApproved(replyId, { validFrom: inDays(3) });
    const settled = await Promise.allSettled([publish(versionId), publish(other)]);
    expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('of an older version falls to a newer one that is published for good', async () => {
    const { replyId, versionId } = await here.approved({ validFrom: inDays(2) });
    await publish(versionId);
    await publish(await here.nextApproved(replyId));
    expect(await here.versionOf(versionId)).toMatchObject({ state: 'approved', scheduled: false });
  });

  it('of an older version stays beside a newer one that ends before', async () => {
    const { replyId, versionId } = await here.approved({ validFrom: inDays(5) });
    await publish(versionId);
    await publish(await here.nextApproved(replyId, { validUntil: inDays(4) }));
    expect(await here.versionOf(versionId)).toMatchObject({ state: 'approved', scheduled: true });
  });
});

describe('at the same moment', () => {
  it('two publications leave one that is published, and it is the newer', async () => {
    for (let round = 0; round < 8; round++) {
      const { replyId, versionId } = await here.approved();
      const newer = await here.nextApproved(replyId);
      const [older] = await Promise.allSettled([publish(versionId), publish(newer)]);
      expect(await publishedOf(replyId)).toEqual([newer]);
      expect(await here.stateOf(versionId)).toBe(
        older?.status === 'fulfilled' ? 'superseded' : 'approved',
      );
    }
  });

  it('the same publication twice is one', async () => {
    const { replyId, versionId } = await here.approved();
    const settled = await Promise.allSettled([publish(versionId), publish(versionId)]);
    expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await here.factsOf(replyId)).filter((fact) => fact.includes('published'))).toHaveLength(
      1,
    );
  });

  it('a publication and a retirement: the newer one stays, and the older one ended once', async () => {
    for (let round = 0; round < 8; round++) {
      const { replyId, versionId } = await here.published();
      const newer = await here.nextApproved(replyId);
      await Promise.allSettled([publish(newer), retireVersion(here.author, { versionId })]);
      expect(await publishedOf(replyId)).toEqual([newer]);
      expect(['retired', 'superseded']).toContain(await here.stateOf(versionId));
      const ended = (await here.factsOf(replyId)).filter((fact) => fact.startsWith('reply.ended'));
      expect(ended).toHaveLength(1);
    }
  });

  it('the database has one published version, whoever writes past the verbs', async () => {
    const { replyId } = await here.published();
    const newer = await here.nextApproved(replyId);
    const past = database.admin.query(
      "update reply_versions set state = 'published' where id = $1",
      [newer],
    );
    await expect(past).rejects.toThrow('reply_versions_published');
    await startVersion(here.author, { replyId, language: 'en' });
  });
});
