import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, anExternalId, aWorkspace, testDatabase } from '@/db/testing';
import type { Library } from '@/lib/commands/approved-reply/library.fixture';
import { aLibrary } from '@/lib/commands/approved-reply/library.fixture';
import { commonIntents, coverageTally } from '@/lib/domain/replies/coverage';
import type { Intent } from '@/lib/domain/triage/intent';
import { coverageReport } from './coverage';

let database: TestDatabase;
let here: Library;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  here = await aLibrary(database);
});

type Talk = Awaited<ReturnType<typeof aConversation>>;
type Asked = {
  intent: Intent;
  corrected?: Intent;
  text?: string;
  talk?: Talk;
  minutesAgo?: number;
};

/** A customer writes; what it was taken for is kept. */
async function asks({ intent, corrected, text = 'Hm.', talk, minutesAgo = 60 }: Asked) {
  const to = talk ?? (await aConversation(here.workspaceId, { text }));
  const id = talk ? uuid() : to.messageId;
  const { workspaceId } = here;
  if (talk) {
    await database.admin.query(
      `insert into messages (workspace_id, id, conversation_id, channel_id, kind, body, at, external_id)
       values ($1, $2, $3, $4, 'inbound', $5, now(), $6)`,
      [workspaceId, id, to.id, to.channelId, text, anExternalId()],
    );
  }
  await database.admin.query(
    `update messages set at = now() - $2 * interval '1 minute' where id = $1`,
    [id, minutesAgo],
  );
  await database.admin.query(
    `insert into message_triage (workspace_id, message_id, conversation_id, intent, corrected,
       urgency, confidence, reasons) values ($1, $2, $3, $4, $5, 'low', 0.5, '[]')`,
    [workspaceId, id, to.id, intent, corrected ?? null],
  );
  return to;
}

type Answered = {
  by?: string | null;
  versionId?: string;
  minutesAgo?: number;
  delivery?: string;
};

async function answers(
  talk: Talk,
  { by = here.agent.memberId, versionId, minutesAgo = 30, delivery }: Answered = {},
) {
  const id = uuid();
  await database.admin.query(
    `insert into messages (workspace_id, id, conversation_id, channel_id, kind, author_id, body, at, external_id)
     values ($1, $2, $3, $4, 'outbound', $5, 'So.', now() - $6 * interval '1 minute', $7)`,
    [here.workspaceId, id, talk.id, talk.channelId, by, minutesAgo, anExternalId()],
  );
  if (delivery !== undefined) {
    await database.admin.query(
      `insert into deliveries (workspace_id, message_id, conversation_id, channel_id, state, due_at)
       values ($1, $2, $3, $4, $5, null)`,
      [here.workspaceId, id, talk.id, talk.channelId, delivery],
    );
  }
  if (versionId === undefined) return;
  await database.admin.query(
    `insert into reply_uses (workspace_id, id, version_id, conversation_id, member_id, state,
       segments, message_id, sent_at) values ($1, $2, $3, $4, $5, 'sent', '[]', $6, now())`,
    [here.workspaceId, uuid(), versionId, talk.id, here.agent.memberId, id],
  );
}

const intentsOf = async () => (await coverageReport(here.agent, 30)).intents;

it('counts what people write about, what a person answered, and what of it with an approved reply', async () => {
  const { replyId, versionId } = await here.published();
  await answers(await asks({ intent: 'question' }), { versionId });
  await answers(await asks({ intent: 'question' }));
  await answers(await asks({ intent: 'question' }), { by: null });
  await asks({ intent: 'other', corrected: 'question' });
  await answers(await asks({ intent: 'complaint' }));
  expect(await intentsOf()).toMatchObject([
    {
      ...{ intent: 'question', messages: 4, answered: 2, withReply: 1 },
      replies: [{ id: replyId, used: 1 }],
    },
    { intent: 'complaint', messages: 1, answered: 1, withReply: 0, replies: [] },
  ]);
});

it('gives each message to the answer that follows it next', async () => {
  const { versionId } = await here.published();
  const talk = await asks({ intent: 'question', minutesAgo: 90 });
  await asks({ talk, intent: 'question', minutesAgo: 80 });
  await answers(talk, { versionId, minutesAgo: 70 });
  await asks({ talk, intent: 'complaint', minutesAgo: 60 });
  await answers(talk, { minutesAgo: 50 });
  await asks({ talk, intent: 'praise', minutesAgo: 40 });
  expect(await intentsOf()).toMatchObject([
    { intent: 'question', messages: 2, answered: 2, withReply: 2 },
    { intent: 'complaint', messages: 1, answered: 1, withReply: 0 },
    { intent: 'praise', messages: 1, answered: 0, withReply: 0 },
  ]);
});

it('counts no reply that did not leave', async () => {
  const { replyId, versionId } = await here.published();
  await answers(await asks({ intent: 'question' }), { versionId, delivery: 'sent' });
  await answers(await asks({ intent: 'question' }), { versionId, delivery: 'failed' });
  await answers(await asks({ intent: 'question' }), { versionId, delivery: 'cancelled' });
  expect(await intentsOf()).toMatchObject([{ withReply: 1, replies: [{ id: replyId, used: 1 }] }]);
});

it('does not name a reply that is not in use any more', async () => {
  const { versionId } = await here.inState('retired');
  await answers(await asks({ intent: 'question' }), { versionId });
  expect(await intentsOf()).toMatchObject([{ withReply: 1, replies: [] }]);
});

it('tells the wordings of what was answered without an approved reply', async () => {
  const { versionId } = await here.published();
  const text = 'Hi there! Where is my melted tub refund? Order 1234.';
  for (const name of ['Ana', 'Ben', 'Cem']) {
    await answers(await asks({ intent: 'question', text: `${text} ${name}` }));
    await answers(await asks({ intent: 'question', text: `Opening hours please, ${name}` }), {
      versionId,
    });
    await asks({ intent: 'question', text: 'Nobody answered this one yet' });
  }
  const { phrases, searched, isCut } = await coverageReport(here.agent, 7);
  expect({ searched, isCut }).toEqual({ searched: 3, isCut: false });
  expect(phrases.map(({ words, conversations }) => [words, conversations])).toEqual([
    ['melted tub refund', 3],
  ]);
  expect(phrases[0]?.example).toMatch(/^Hi there! Where is my melted tub refund\? Order 1234/);
});

it('calls common what is one of a hundred and five at least, and no spam', () => {
  const line = (intent: Intent, messages: number, withReply = 0) => ({
    ...{ intent, messages, withReply, answered: messages, replies: [] },
  });
  const lines = [
    ...[line('question', 900, 300), line('complaint', 90), line('spam', 500)],
    ...[line('request', 20), line('press', 6), line('praise', 4)],
  ];
  expect(commonIntents(lines).map(({ intent }) => intent)).toEqual([
    ...['complaint', 'request', 'question'],
  ]);
  expect(coverageTally(lines)).toEqual({ intents: 3, withReply: 1 });
});

it('says nothing of another workspace, and nothing to somebody without a role', async () => {
  await answers(await asks({ intent: 'question' }));
  const stranger = await aMember(await aWorkspace(), ['admin']);
  expect(await coverageReport(stranger, 30)).toEqual({
    ...{ intents: [], phrases: [], searched: 0, isCut: false },
  });
  await expect(coverageReport({ ...here.agent, roles: [] }, 30)).rejects.toMatchObject({
    code: 'forbidden',
  });
});
