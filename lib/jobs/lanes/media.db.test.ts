import { v7 as uuid } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, testDatabase } from '@/db/testing';
import type { Media } from '@/sandbox/core/entities';
import type { TestSandbox } from '@/sandbox/testing/start';
import { startTestSandbox } from '@/sandbox/testing/start';
import { replyToConversation } from '../../commands/conversation/reply';
import { retryDelivery } from '../../commands/delivery/retry';
import { contentsOf } from '../../commands/file/contents';
import { uploadFile } from '../../commands/file/upload';
import { claimFetches, giveUpFetch, keepFetched } from '../../commands/media/fetches';
import type { Attachment } from '../../domain/conversation/conversation';
import { files } from '../../domain/files/files.fixture';
import { lookAt } from '../../domain/files/look';
import type { Granted } from '../granted.fixture';
import { aGrantedChannel, aPersonThere, ledgerOf } from '../granted.fixture';
import type { RunningLane } from '../lane';
import { startLane } from '../lane';
import { takeIn } from '../take-in';
import { deliveryLane } from './delivery';
import { mediaLane } from './media';

const TIME_SCALE = 0.005;
let database: TestDatabase;
let sandbox: TestSandbox;
let granted: Granted;
let lanes: RunningLane[] = [];
beforeAll(async () => {
  sandbox = await startTestSandbox({ timeScale: TIME_SCALE });
  database = await testDatabase({ X_API_URL: sandbox.url, TIME_SCALE: String(TIME_SCALE) });
  granted = await aGrantedChannel(sandbox);
});
afterAll(async () => {
  await database.close();
  await sandbox.remove();
});
beforeEach(async () => {
  await sandbox.control('DELETE', '/sandbox/faults');
  await sandbox.control('DELETE', '/sandbox/settings');
});
afterEach(async () => {
  await Promise.all(lanes.map((lane) => lane.stop()));
  lanes = [];
});

function work(): void {
  lanes = [startLane({ ...mediaLane, pollMs: 20 }), startLane({ ...deliveryLane, pollMs: 20 })];
}

const aPerson = () => aPersonThere(sandbox);

/** Somebody sends a file, and what the network tells of it is taken in. */
async function received(bytes: Buffer, mimeType: string, url?: string) {
  const from = await aPerson();
  const posted = await fetch(`${sandbox.url}/sandbox/media?owner=${from}`, {
    method: 'POST',
    headers: { 'content-type': mimeType },
    body: new Uint8Array(bytes),
  });
  const media = (await posted.json()) as Media;
  const written = { from, to: granted.accountId, media: media.id };
  const { id } = await sandbox.control<{ id: string }>('POST', '/sandbox/messages', written);
  const path = `/2/dm_conversations/media/${id}/${media.id}/1`;
  const attachment = { kind: media.kind, externalId: media.id, url: url ?? sandbox.url + path };
  await takeIn(granted, {
    kind: 'message',
    direction: 'inbound',
    channelExternalId: granted.accountId,
    externalId: id,
    participant: { externalId: from, handle: 'ana' },
    text: '',
    attachments: [attachment],
    at: new Date(),
  });
  return id;
}

async function shownOf(externalId: string): Promise<Attachment & { messageId: string }> {
  const { rows } = await database.admin.query<{ id: string; attachments: Attachment[] }>(
    'select id, attachments from messages where external_id = $1',
    [externalId],
  );
  const [attachment] = rows[0]?.attachments ?? [];
  if (!(attachment && rows[0])) throw new Error('no such attachment');
  return { ...attachment, messageId: rows[0].id };
}

const eventually = <T>(look: () => Promise<T>) =>
  vi.waitFor(look, { timeout: 20_000, interval: 30 });

async function count(statement: string, ...values: unknown[]): Promise<number> {
  return (await database.admin.query(statement, values)).rowCount ?? 0;
}

describe('a file that a customer sent', () => {
  it.each([
    ['image', files.png, 'image/png', 'picture.png'],
    ['gif', files.gif, 'image/gif', 'animation.gif'],
    ['video', files.mp4, 'video/mp4', 'video.mp4'],
  ] as const)('is fetched, kept and shown: %s', async (...[kind, bytes, mimeType, name]) => {
    const id = await received(bytes, mimeType);
    expect(await shownOf(id)).toMatchObject({ kind, pending: true });
    work();
    await eventually(async () => expect((await shownOf(id)).fileId).toBeDefined());
    const shown = await shownOf(id);
    expect(shown).toMatchObject({ name, mimeType, size: bytes.length });
    expect(shown.pending).toBeUndefined();
    expect((await contentsOf(granted.workspaceId, `${shown.fileId}`)).equals(bytes)).toBe(true);
    expect(
      await count(
        "select 1 from events where type = 'message.media' and message_id = $1",
        shown.messageId,
      ),
    ).toBe(1);
    expect(
      await count(
        `select 1 from conversations c join messages m on m.conversation_id = c.id
         where m.id = $1 and c.has_attachment`,
        shown.messageId,
      ),
    ).toBe(1);
  });

  it('is asked for again while the network is in trouble, and comes in the end', async () => {
    await sandbox.control('PUT', '/sandbox/faults', { media: { mode: 'withheld', times: 3 } });
    const id = await received(files.png, 'image/png');
    work();
    await eventually(async () => expect((await shownOf(id)).fileId).toBeDefined());
    expect((await ledgerOf(sandbox, 'fault.fired')).length).toBeGreaterThanOrEqual(3);
  });

  it.each([
    [
      'gone',
      async () => {
        await sandbox.control('PUT', '/sandbox/faults', { media: { mode: 'gone' } });
        return await received(files.png, 'image/png');
      },
    ],
    [
      'unreachable',
      async () => {
        await sandbox.control('PUT', '/sandbox/faults', { media: { mode: 'withheld' } });
        return await received(files.png, 'image/png');
      },
    ],
    ['not_a_file', async () => await received(Buffer.from('<html><script>alert(1)'), 'image/png')],
    [
      'too_large',
      async () => await received(Buffer.alloc(15 * 2 ** 20 + 1, files.png), 'image/png'),
    ],
    [
      'not_allowed',
      async () =>
        await received(files.png, 'image/png', 'http://169.254.169.254/latest/meta-data/'),
    ],
  ] as const)('that cannot be had says why, for good: %s', async (problem, send) => {
    const id = await send();
    work();
    await eventually(async () => expect((await shownOf(id)).problem).toBe(problem));
    const { messageId, pending, fileId } = await shownOf(id);
    expect([pending, fileId]).toEqual([undefined, undefined]);
    expect(
      await count(
        "select 1 from media_fetches where message_id = $1 and state = 'failed' and due_at is null",
        messageId,
      ),
    ).toBe(1);
  });

  it('is kept once: who comes back after the hold has ended changes nothing', async () => {
    const id = await received(files.png, 'image/png');
    const [first] = await claimFetches(1, 0);
    const [second] = await claimFetches(1, 60_000);
    const look = lookAt(files.png);
    if (!(first && second) || look.is !== 'known') throw new Error('nothing was claimed');
    expect(second.tries).toBe(2);
    expect(await claimFetches(5, 60_000)).toEqual([]);
    const kept = { file: look.file, bytes: files.png };
    expect(await keepFetched(first, kept)).toBe(false);
    expect(await giveUpFetch(first, 'gone')).toBe(false);
    expect((await shownOf(id)).pending).toBe(true);
    expect(await keepFetched(second, kept)).toBe(true);
    expect(await giveUpFetch(second, 'gone')).toBe(false);
    expect(await shownOf(id)).toMatchObject({ mimeType: 'image/png' });
  });
});

describe('a file that goes along with a reply', () => {
  async function answered(bytes: Buffer | null, text = '') {
    const agent = await aMember(granted.workspaceId, ['agent']);
    const { channelId, workspaceId } = granted;
    const conversation = await aConversation(workspaceId, { channelId });
    await database.admin.query('update identities set external_id = $2 where id = $1', [
      conversation.identityId,
      await aPerson(),
    ]);
    const conversationId = conversation.id;
    const file = bytes && (await uploadFile(agent, { conversationId, name: 'a', bytes }));
    const { messageId } = await replyToConversation(agent, {
      conversationId,
      clientKey: uuid(),
      body: text,
      seenSeq: 0,
      override: true,
      fileIds: file ? [file.id] : [],
    });
    return { agent, messageId };
  }

  async function standing(messageId: string) {
    const { rows } = await database.admin.query<{
      state: string;
      reason: string | null;
      attempt_no: number;
      external_id: string | null;
    }>(
      `select d.state, d.reason, d.attempt_no, m.external_id from deliveries d
       join messages m on m.id = d.message_id where d.message_id = $1`,
      [messageId],
    );
    return rows[0];
  }

  /** What the network has of this message: once, or not at all. */
  async function onNetwork(messageId: string) {
    const externalId = (await standing(messageId))?.external_id;
    const all = await ledgerOf(sandbox, 'message.created');
    return all.flatMap((entry) =>
      entry.kind === 'message.created' && entry.message.id === externalId ? [entry.message] : [],
    );
  }

  const until = (messageId: string, state: string) =>
    eventually(async () => expect((await standing(messageId))?.state).toBe(state));

  it.each([
    ['a picture', files.png],
    ['a GIF', files.gif],
    ['a video', files.mp4],
  ])('arrives with it, once: %s', async (_, bytes) => {
    const { messageId } = await answered(bytes, 'Like this');
    work();
    await until(messageId, 'sent');
    const [message, ...more] = await onNetwork(messageId);
    expect(more).toEqual([]);
    const held = await fetch(`${sandbox.url}/sandbox/media/${message?.mediaId}`);
    expect(Buffer.from(await held.arrayBuffer()).equals(bytes)).toBe(true);
    expect((await standing(messageId))?.attempt_no).toBe(1);
  });

  it('waits until the network has done with it, and costs one attempt', async () => {
    await sandbox.control('PUT', '/sandbox/settings', { mediaProcessingMs: 100_000 });
    const { messageId } = await answered(files.mp4);
    work();
    await until(messageId, 'sent');
    expect((await standing(messageId))?.attempt_no).toBe(1);
    expect(await onNetwork(messageId)).toHaveLength(1);
  });

  it('is handed over again after trouble on the way', async () => {
    await sandbox.control('PUT', '/sandbox/faults', { media: { mode: 'unavailable', times: 2 } });
    const { messageId } = await answered(files.png);
    work();
    await until(messageId, 'sent');
    expect((await standing(messageId))?.attempt_no).toBe(1);
  });

  it.each(['refuse', 'unusable'])(
    'that the network does not take fails the message with the reason, and Retry begins anew: %s',
    async (mode) => {
      await sandbox.control('PUT', '/sandbox/faults', { media: { mode, times: 1 } });
      const { agent, messageId } = await answered(files.gif);
      work();
      await until(messageId, 'failed');
      expect(await standing(messageId)).toMatchObject({
        reason: 'ATTACHMENT_REFUSED',
        attempt_no: 0,
      });
      expect(await onNetwork(messageId)).toEqual([]);
      await retryDelivery(agent, { messageId });
      await until(messageId, 'sent');
      expect(await onNetwork(messageId)).toHaveLength(1);
    },
  );

  it('is handed over anew when the network has forgotten it', async () => {
    const { agent, messageId } = await answered(files.png);
    await database.admin.query(
      `update files set network_media_id = '123', network_media_state = 'ready',
         network_media_until = now() + interval '1 hour' where message_id = $1`,
      [messageId],
    );
    work();
    await until(messageId, 'failed');
    expect((await standing(messageId))?.reason).toBe('ATTACHMENT_REFUSED');
    await retryDelivery(agent, { messageId });
    await until(messageId, 'sent');
  });

  it('that cannot be handed over holds nobody up, and says so in the end', async () => {
    await sandbox.control('PUT', '/sandbox/faults', { media: { mode: 'unavailable' } });
    const slow = await answered(files.png);
    const quick = await answered(null, 'No picture here');
    work();
    await until(quick.messageId, 'sent');
    expect((await standing(slow.messageId))?.state).toBe('queued');
    await until(slow.messageId, 'failed');
    expect((await standing(slow.messageId))?.reason).toBe('NETWORK_UNREACHABLE');
  });
});
