import { v7 as uuid } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, anExternalId, testDatabase } from '@/db/testing';
import type { TestSandbox } from '@/sandbox/testing/start';
import { startTestSandbox } from '@/sandbox/testing/start';
import { asSystem } from '../../commands/command';
import { changeConsentWords } from '../../commands/consent/change-words';
import { replyToConversation } from '../../commands/conversation/reply';
import { receiveMessage } from '../../commands/inbound/receive';
import type { Actor } from '../../domain/access/can';
import { denials } from '../../queries/permissions/denials';
import type { Granted } from '../granted.fixture';
import { aGrantedChannel, aWriterThere, ledgerOf } from '../granted.fixture';
import type { RunningLane } from '../lane';
import { startLane } from '../lane';
import { deliveryLane } from './delivery';

const TIME_SCALE = 0.005;
let database: TestDatabase;
let sandbox: TestSandbox;
let granted: Granted;
let agent: Actor;
let lanes: RunningLane[] = [];
beforeAll(async () => {
  sandbox = await startTestSandbox({ timeScale: TIME_SCALE });
  database = await testDatabase({ X_API_URL: sandbox.url, TIME_SCALE: String(TIME_SCALE) });
  granted = await aGrantedChannel(sandbox);
  agent = await aMember(granted.workspaceId);
  await changeConsentWords(await aMember(granted.workspaceId, ['admin']), {
    stop: 'STOP',
    no_offers: '',
    back: '',
    stopConfirmation: 'You will hear no more.',
    offersConfirmation: '',
  });
});
afterAll(async () => {
  await database.close();
  await sandbox.remove();
});
beforeEach(() => sandbox.control('DELETE', '/sandbox/faults'));
afterEach(async () => {
  await Promise.all(lanes.map((lane) => lane.stop()));
  lanes = [];
});

const aWriter = () => aWriterThere({ sandbox, database }, granted);

type Writer = Awaited<ReturnType<typeof aWriter>>;

function says({ person }: Writer, text: string) {
  const { workspaceId, channelId } = granted;
  const message = {
    channelId,
    kind: 'message',
    externalId: anExternalId(),
    participant: { externalId: person },
    text,
    attachments: [],
    at: new Date(),
  } as const;
  return asSystem(workspaceId, (context) =>
    receiveMessage(context, { ...message, attachments: [] }),
  );
}

async function sentTo({ person }: Writer): Promise<string[]> {
  const entries = await ledgerOf(sandbox, 'message.created');
  return entries
    .map((entry) => JSON.stringify(entry))
    .filter((entry) => entry.includes(`"toId":"${person}"`))
    .map((entry) => /"text":"([^"]*)"/.exec(entry)?.[1] ?? '');
}

describe('an opt-out that arrives while a reply waits to leave', () => {
  it('keeps the reply back, says why, and sends only that it was heard', async () => {
    const writer = await aWriter();
    const { messageId } = await replyToConversation(agent, {
      ...{ conversationId: writer.id, clientKey: uuid(), body: 'It is back on Friday.' },
      ...{ seenSeq: 1_000_000, fileIds: [] },
    });
    await says(writer, 'Stop.');
    lanes = [startLane({ ...deliveryLane, pollMs: 20 })];
    await vi.waitFor(async () => expect(await sentTo(writer)).toEqual(['You will hear no more.']), {
      timeout: 10_000,
    });
    const { rows } = await database.admin.query(
      'select state, reason from deliveries where message_id = $1',
      [messageId],
    );
    expect(rows).toEqual([{ state: 'failed', reason: 'OPTED_OUT' }]);
    const lead = await aMember(granted.workspaceId, ['lead']);
    expect((await denials(lead)).lines).toMatchObject([
      { denied: 'sending', purpose: 'reply', member: agent.name, conversationId: writer.id },
    ]);

    await says(writer, 'And my parcel?');
    await replyToConversation(agent, {
      ...{ conversationId: writer.id, clientKey: uuid(), body: 'It comes today.' },
      ...{ seenSeq: 1_000_000, fileIds: [] },
    });
    await vi.waitFor(
      async () =>
        expect(await sentTo(writer)).toEqual(['You will hear no more.', 'It comes today.']),
      { timeout: 10_000 },
    );
  });
});
