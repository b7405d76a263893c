import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { testDatabase } from '@/db/testing';
import { changeReply } from './change';
import { commentOnVersion } from './comment';
import { decideOnVersion } from './decide';
import { discardVersion } from './discard';
import type { Library } from './library.fixture';
import { aLibrary } from './library.fixture';
import { publishVersion } from './publish';
import { resolveComment } from './resolve-comment';
import { withdrawVersion } from './withdraw';

let database: TestDatabase;
let here: Library;

beforeAll(async () => {
  database = await testDatabase({ DATABASE_POOL: '20' });
  here = await aLibrary(database);
});
afterAll(() => database.close());

const outcomes = (settled: readonly PromiseSettledResult<unknown>[]) =>
  settled.map(({ status }) => status).toSorted();

async function reviewsOf(versionId: string): Promise<number> {
  const { rows } = await database.admin.query('select from reply_reviews where version_id = $1', [
    versionId,
  ]);
  return rows.length;
}

describe('a decision', () => {
  it('of one is enough where the risk is low', async () => {
    const { versionId, replyId } = await here.inReview();
    expect(await here.decide(here.lead, versionId)).toEqual({ state: 'approved' });
    expect(await here.factsOf(replyId)).toContain('reply.decided approved');
  });

  it('of two is needed where it is high, and of two people', async () => {
    const { versionId } = await here.inReview({ risk: 'high' });
    expect(await here.decide(here.lead, versionId)).toEqual({ state: 'in_review' });
    await expect(here.decide(here.lead, versionId)).rejects.toThrow(
      'You have decided about exactly these words already.',
    );
    expect(await here.decide(here.second, versionId)).toEqual({ state: 'approved' });
  });

  it('is never the author’s', async () => {
    const { versionId } = await here.inReview();
    await expect(here.decide(here.author, versionId)).rejects.toMatchObject({
      code: 'forbidden',
      message: 'You wrote this version. Somebody else has to review it.',
    });
    const { bodyHash, authorId } = await here.versionOf(versionId);
    const insert = (author: string) =>
      database.admin.query(
        `insert into reply_reviews (workspace_id, id, version_id, author_id, member_id, decision, body_hash)
         values ($1, gen_random_uuid(), $2, $3, $4, 'approved', $5)`,
        [here.workspaceId, versionId, author, authorId, bodyHash],
      );
    // Neither as the author, nor as somebody who says that another one wrote it.
    await expect(insert(authorId)).rejects.toThrow('reply_reviews_not_own');
    await expect(insert(here.second.memberId)).rejects.toThrow('reply_reviews_version_fk');
    const takeOn = database.admin.query('update reply_versions set author_id = $2 where id = $1', [
      ...[versionId, here.second.memberId],
    ]);
    await expect(takeOn).rejects.toThrow('cannot change');
  });

  it('is about the words that were read, and about no others', async () => {
    const { versionId } = await here.inReview();
    const { bodyHash: read } = await here.versionOf(versionId);
    await withdrawVersion(here.author, { versionId });
    await here.save(versionId, { body: '[[We refund you nothing.]]' });
    await here.submit(versionId);
    const decided = decideOnVersion(here.lead, { versionId, bodyHash: read, decision: 'approved' });
    await expect(decided).rejects.toMatchObject({
      code: 'conflict',
      message: 'These are other words than those you read. Read them first.',
    });
    expect(await here.stateOf(versionId)).toBe('in_review');
    expect(await reviewsOf(versionId)).toBe(0);
  });

  it('about earlier words does not count for those that came after', async () => {
    const { versionId } = await here.inReview({ risk: 'high' });
    await here.decide(here.lead, versionId);
    await withdrawVersion(here.author, { versionId });
    await here.save(versionId, { body: '[[We refund you twice.]]' });
    await here.submit(versionId);
    expect(await here.decide(here.second, versionId)).toEqual({ state: 'in_review' });
    expect(await here.decide(here.lead, versionId)).toEqual({ state: 'approved' });
  });

  it('binds everything that goes out: another picture, another end, another action', async () => {
    const { versionId } = await here.draft();
    const hashes = new Set<string | null>();
    for (const words of [
      {},
      { validUntil: '2100-01-01T00:00:00Z' },
      { actions: { status: 'resolved' } },
      { allowance: 'exact' as const },
    ]) {
      await here.save(versionId, words);
      await here.submit(versionId);
      hashes.add((await here.versionOf(versionId)).bodyHash);
      await withdrawVersion(here.author, { versionId });
    }
    expect(hashes.size).toBe(4);
    await here.save(versionId, { validUntil: '2100-01-01T01:00:00+01:00' });
    await here.submit(versionId);
    expect(hashes).toContain((await here.versionOf(versionId)).bodyHash);
  });

  it('for changes says which, and ends this version', async () => {
    const { versionId, replyId } = await here.inReview({ risk: 'high' });
    await here.decide(here.second, versionId);
    const { bodyHash } = await here.versionOf(versionId);
    const asked = { versionId, bodyHash, decision: 'changes_requested' };
    await expect(decideOnVersion(here.lead, asked)).rejects.toThrow('Say what should be changed.');
    expect(await decideOnVersion(here.lead, { ...asked, comment: 'Say when.' })).toEqual({
      state: 'changes_requested',
    });
    expect(await here.factsOf(replyId)).toContain('reply.decided changes_requested');
  });

  it('is told to the author, and a review is asked of everybody who may, but the author', async () => {
    const { versionId } = await here.inReview();
    await here.decide(here.lead, versionId);
    const { rows } = await database.admin.query<{ member_id: string; kind: string }>(
      `select distinct member_id, kind from notifications
       where workspace_id = $1 and kind like 'reply%'`,
      [here.workspaceId],
    );
    const of = (kind: string) =>
      rows.filter((row) => row.kind === kind).map((row) => row.member_id);
    expect(of('reply_decided')).toEqual([here.author.memberId]);
    expect(of('reply_to_review').toSorted()).toEqual(
      [here.lead.memberId, here.second.memberId].toSorted(),
    );
  });
});

describe('at the same moment', () => {
  it('an approval and a withdrawal: one of them, and never a draft that is approved', async () => {
    for (let round = 0; round < 8; round++) {
      const { versionId } = await here.inReview();
      const settled = await Promise.allSettled([
        here.decide(here.lead, versionId),
        withdrawVersion(here.author, { versionId }),
      ]);
      expect(outcomes(settled)).toEqual(['fulfilled', 'rejected']);
      const approved = settled[0]?.status === 'fulfilled';
      expect(await here.stateOf(versionId)).toBe(approved ? 'approved' : 'draft');
      expect(await reviewsOf(versionId)).toBe(approved ? 1 : 0);
    }
  });

  it('two approvals of high risk are both counted', async () => {
    for (let round = 0; round < 8; round++) {
      const { versionId } = await here.inReview({ risk: 'high' });
      const states = await Promise.all(
        [here.lead, here.second].map((by) => here.decide(by, versionId)),
      );
      expect(states.map(({ state }) => state).toSorted()).toEqual(['approved', 'in_review']);
      expect(await here.stateOf(versionId)).toBe('approved');
    }
  });

  it('the same reviewer twice is one', async () => {
    const { versionId } = await here.inReview({ risk: 'high' });
    const settled = await Promise.allSettled([1, 2].map(() => here.decide(here.lead, versionId)));
    expect(outcomes(settled)).toEqual(['fulfilled', 'rejected']);
    expect(await here.stateOf(versionId)).toBe('in_review');
  });

  it('two reviewers and the author: what was withdrawn is approved by nobody', async () => {
    for (let round = 0; round < 8; round++) {
      const { versionId } = await here.inReview({ risk: 'high' });
      const [withdrawn] = await Promise.allSettled([
        withdrawVersion(here.author, { versionId }),
        here.decide(here.lead, versionId),
        here.decide(here.second, versionId),
      ]);
      const state = await here.stateOf(versionId);
      expect(state).toBe(withdrawn?.status === 'fulfilled' ? 'draft' : 'approved');
    }
  });
});

describe('beside a review', () => {
  it('what is said is there, is settled, and goes with a draft that is discarded', async () => {
    const { versionId } = await here.inReview({ risk: 'high' });
    const quote = 'a new tub today';
    const { commentId } = await commentOnVersion(here.lead, {
      ...{ versionId, body: ' Which day? ', quote },
    });
    await resolveComment(here.author, { commentId, resolved: true });
    const read = () =>
      database.admin.query('select body, quote, resolved_by from reply_comments where id = $1', [
        commentId,
      ]);
    expect((await read()).rows).toEqual([
      { body: 'Which day?', quote, resolved_by: here.author.memberId },
    ]);
    await resolveComment(here.lead, { commentId, resolved: false });
    expect((await read()).rows).toMatchObject([{ resolved_by: null }]);
    await here.decide(here.lead, versionId);
    await withdrawVersion(here.author, { versionId });
    await discardVersion(here.author, { versionId });
    expect((await read()).rows).toEqual([]);
  });

  it('a reply whose risk has grown is not published with one approval', async () => {
    const { replyId, versionId } = await here.approved();
    await changeReply(here.author, {
      ...{ replyId, version: 1, key: 'grew', title: 'Grew', purpose: 'legal', risk: 'high' },
      ...{ channelIds: [], ownerId: here.author.memberId },
    });
    await expect(publishVersion(here.author, { versionId })).rejects.toThrow(
      'This reply is of high risk by now',
    );
  });
});
