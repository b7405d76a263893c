import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { Actor, Role } from '@/lib/domain/access/can';
import type { VersionState, VersionStep } from '@/lib/domain/replies/state';
import { afterStep, versionStates } from '@/lib/domain/replies/state';
import type { Command } from '../command';
import { addReplyFile, rulesForReplyFile } from './add-file';
import { archiveReply } from './archive';
import { changeReply } from './change';
import { commentOnVersion } from './comment';
import { createReply } from './create';
import { decideOnVersion } from './decide';
import { discardVersion } from './discard';
import type { Library } from './library.fixture';
import { aLibrary } from './library.fixture';
import { publishVersion } from './publish';
import { resolveComment } from './resolve-comment';
import { retireVersion } from './retire';
import { saveVersion } from './save';
import { startVersion } from './start';
import { submitVersion } from './submit';
import { unscheduleVersion } from './unschedule';
import { withdrawVersion } from './withdraw';

let database: TestDatabase;
let here: Library;

beforeAll(async () => {
  database = await testDatabase();
  here = await aLibrary(database);
});
afterAll(() => database.close());

/** Each step that a person takes, and how. */
const steps = {
  submit: (versionId) => here.submit(versionId),
  withdraw: (versionId) => withdrawVersion(here.author, { versionId }),
  discard: (versionId) => discardVersion(here.author, { versionId }),
  approve: (versionId) => here.decide(here.lead, versionId),
  request_changes: (versionId) => here.decide(here.lead, versionId, 'changes_requested'),
  publish: (versionId) => publishVersion(here.author, { versionId }),
  retire: (versionId) => retireVersion(here.author, { versionId }),
} satisfies Partial<Record<VersionStep, (versionId: string) => Promise<unknown>>>;
type Taken = keyof typeof steps;

const table = versionStates.flatMap((state) =>
  (Object.keys(steps) as Taken[]).map((step) => ({ state, step, to: afterStep(state, step) })),
);

test.each(table)('from $state, $step leads to $to', async ({ state, step, to }) => {
  const { versionId, replyId } = await here.inState(state);
  const before = await here.factsOf(replyId);
  if (to === null) {
    await expect(steps[step](versionId)).rejects.toMatchObject({ code: 'conflict' });
    expect(await here.stateOf(versionId)).toBe(state);
    expect(await here.factsOf(replyId)).toEqual(before);
    return;
  }
  await steps[step](versionId);
  if (to === 'gone') await expect(here.stateOf(versionId)).rejects.toThrow('no such version');
  else expect(await here.stateOf(versionId)).toBe(to);
  expect((await here.factsOf(replyId)).length).toBe(before.length + 1);
});

test.each<[VersionState, Taken, RegExp]>([
  ['draft', 'publish', /is a draft. Submit it for review first/],
  ['in_review', 'publish', /is in review/],
  ['changes_requested', 'publish', /Begin a new draft/],
  ['approved', 'submit', /is approved/],
  ['retired', 'publish', /was retired/],
  ['recalled', 'publish', /was recalled/],
  ['superseded', 'publish', /newer version/],
  ['expired', 'publish', /is over/],
])('%s, %s: the refusal says where it stands and what to do', async (state, step, sentence) => {
  const { versionId } = await here.inState(state);
  await expect(steps[step](versionId)).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringMatching(sentence),
    details: { state },
  });
});

type Things = { replyId: string; versionId: string; commentId: string; bodyHash: string };
type Case = {
  command: Command<unknown>;
  may: readonly Role[];
  input: (it: Things) => Record<string, unknown>;
};

const values = { title: 'Refund', purpose: 'answer', risk: 'low', channelIds: [] };
const saved = {
  ...{ revision: 1, body: 'x', allowance: 'free', actions: {}, fileIds: [] },
  ...{ validFrom: null, validUntil: null, reviewBy: null },
};
const marketer = ['marketer'] as const;
const reviewers = ['marketer', 'lead'] as const;
const name = () => `k${uuid().replaceAll('-', '')}`;

const cases: Record<string, Case> = {
  changeReply: {
    command: changeReply,
    may: marketer,
    input: ({ replyId }) => ({
      ...{ replyId, version: 1, key: name(), ...values, ownerId: here.author.memberId },
    }),
  },
  archiveReply: {
    command: archiveReply,
    may: marketer,
    input: ({ replyId }) => ({ replyId, archived: true }),
  },
  startVersion: {
    command: startVersion,
    may: marketer,
    input: ({ replyId }) => ({ replyId, language: 'de' }),
  },
  saveVersion: {
    command: saveVersion,
    may: marketer,
    input: ({ versionId }) => ({ versionId, ...saved }),
  },
  discardVersion: {
    command: discardVersion,
    may: marketer,
    input: ({ versionId }) => ({ versionId }),
  },
  submitVersion: {
    command: submitVersion,
    may: marketer,
    input: ({ versionId }) => ({ versionId, revision: 1 }),
  },
  withdrawVersion: {
    command: withdrawVersion,
    may: marketer,
    input: ({ versionId }) => ({ versionId }),
  },
  decideOnVersion: {
    command: decideOnVersion,
    may: reviewers,
    input: ({ versionId, bodyHash }) => ({ versionId, bodyHash, decision: 'approved' }),
  },
  publishVersion: {
    command: publishVersion,
    may: marketer,
    input: ({ versionId }) => ({ versionId }),
  },
  unscheduleVersion: {
    command: unscheduleVersion,
    may: marketer,
    input: ({ versionId }) => ({ versionId }),
  },
  retireVersion: {
    command: retireVersion,
    may: marketer,
    input: ({ versionId }) => ({ versionId }),
  },
  commentOnVersion: {
    command: commentOnVersion,
    may: reviewers,
    input: ({ versionId }) => ({ versionId, body: 'Say when.' }),
  },
  resolveComment: {
    command: resolveComment,
    may: reviewers,
    input: ({ commentId }) => ({ commentId, resolved: true }),
  },
  rulesForReplyFile: {
    command: rulesForReplyFile,
    may: marketer,
    input: ({ replyId }) => ({ replyId }),
  },
  addReplyFile: {
    command: addReplyFile,
    may: marketer,
    input: ({ replyId }) => ({ replyId, name: 'a.png', bytes: new Uint8Array() }),
  },
};

async function someThings(): Promise<Things> {
  const made = await here.inReview();
  const comment = await commentOnVersion(here.lead, {
    ...{ versionId: made.versionId, body: 'Say when.' },
  });
  const { bodyHash } = await here.versionOf(made.versionId);
  return { ...made, ...comment, bodyHash: bodyHash ?? '' };
}

describe.each(Object.entries(cases))('%s', (_, { command, may, input }) => {
  const others = (['agent', 'lead', 'marketer', 'admin'] as const).filter(
    (role) => !may.includes(role),
  );

  test.each(others)('is refused to somebody who is only %s', async (role) => {
    const actor = await aMember(here.workspaceId, [role]);
    await refused(command, actor, 'forbidden');
  });

  test('finds nothing in another workspace', async () => {
    const stranger = await aMember(await aWorkspace(), ['marketer', 'lead', 'agent', 'admin']);
    await refused(command, stranger, 'not_found');
  });

  async function refused(verb: Command<unknown>, actor: Actor, code: string): Promise<void> {
    const things = await someThings();
    const facts = await here.factsOf(things.replyId);
    await expect(verb(actor, input(things))).rejects.toMatchObject({ code });
    expect(await here.stateOf(things.versionId)).toBe('in_review');
    expect(await here.factsOf(things.replyId)).toEqual(facts);
  }
});

test.each(['agent', 'lead', 'admin'] as const)(
  'createReply is refused to a mere %s',
  async (role) => {
    const actor = await aMember(here.workspaceId, [role]);
    const input = { key: name(), ...values, sourceLanguage: 'en' };
    await expect(createReply(actor, input)).rejects.toMatchObject({
      code: 'forbidden',
      message: 'Only marketers can do this.',
    });
  },
);
