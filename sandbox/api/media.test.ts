import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accounts } from '../cast';
import type { Media, Message } from '../core/entities';
import { sizeOf } from '../core/picture-size';
import type { TestSandbox } from '../testing/start';
import { startTestSandbox } from '../testing/start';

const brandId = accounts[0]?.id ?? '';
const gif = Buffer.from(
  'GIF89a\x30\x00\x20\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00;'.padEnd(40, '\x00'),
  'latin1',
);
let sandbox: TestSandbox;
let token: string;
let anaId: string;

beforeEach(async () => {
  sandbox = await startTestSandbox();
  token = await sandbox.tokenFor(brandId);
  const ana = await sandbox.control<{ id: string }>('POST', '/sandbox/people', {
    username: 'ana_test',
    door: 'everyone',
  });
  anaId = ana.id;
});
afterEach(() => sandbox.remove());

type Described = { id: string; media_key: string; processing_info?: { state: string } };

async function ask(method: string, path: string, body?: unknown) {
  const answer = await sandbox.call(method, path, token, body);
  return { status: answer.status, data: ((await answer.json()) as { data: Described }).data };
}

async function append(id: string, index: number, bytes: Buffer) {
  const form = new FormData();
  form.set('segment_index', String(index));
  form.set('media', new File([new Uint8Array(bytes)], 'media'));
  const answer = await fetch(`${sandbox.url}/2/media/upload/${id}/append`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
  return answer.status;
}

async function handOver(bytes: Buffer, media_category: string, media_type: string) {
  const opening = { media_category, media_type, total_bytes: bytes.length };
  const { data } = await ask('POST', '/2/media/upload/initialize', opening);
  const half = Math.ceil(bytes.length / 2);
  // Out of order: the index counts.
  await append(data.id, 1, bytes.subarray(half));
  await append(data.id, 0, bytes.subarray(0, half));
  return await ask('POST', `/2/media/upload/${data.id}/finalize`);
}

const state = async (id: string) =>
  (await ask('GET', `/2/media/upload?media_id=${id}`)).data.processing_info?.state;
const send = async (id: string) =>
  (
    await ask('POST', `/2/dm_conversations/with/${anaId}/messages`, {
      attachments: [{ media_id: id }],
    })
  ).status;

describe('a file that an account hands over', { timeout: 30_000 }, () => {
  it('comes in segments and is what they are together, in their order', async () => {
    const { status, data } = await handOver(gif, 'dm_gif', 'image/gif');
    expect([status, data.media_key]).toEqual([200, `16_${data.id}`]);
    expect(data.processing_info).toBeUndefined();
    expect(await send(data.id)).toBe(201);
    const held = await fetch(`${sandbox.url}/sandbox/media/${data.id}`);
    expect(Buffer.from(await held.arrayBuffer()).equals(gif)).toBe(true);
  });

  it('cannot be sent before the network has done with it, nor when nothing came of it', async () => {
    await sandbox.control('PUT', '/sandbox/settings', { mediaProcessingMs: 300 });
    const first = (await handOver(gif, 'dm_gif', 'image/gif')).data;
    expect(first.processing_info?.state).toBe('in_progress');
    expect(await send(first.id)).toBe(400);
    await expect.poll(() => state(first.id), { timeout: 5_000 }).toBe('succeeded');
    expect(await send(first.id)).toBe(201);
    await sandbox.control('PUT', '/sandbox/settings', { mediaProcessingMs: 0 });
    await sandbox.control('PUT', '/sandbox/faults', { media: { mode: 'unusable', times: 1 } });
    const second = (await handOver(gif, 'dm_gif', 'image/gif')).data;
    expect(await state(second.id)).toBe('failed');
    expect(await send(second.id)).toBe(400);
  });

  it('is refused or not answered for as long as that fault lasts', async () => {
    await sandbox.control('PUT', '/sandbox/faults', {
      media: [
        { mode: 'refuse', times: 1 },
        { mode: 'unavailable', times: 1 },
      ],
    });
    const opening = { media_category: 'dm_gif', media_type: 'image/gif', total_bytes: 26 };
    const statuses = [];
    for (let turn = 0; turn < 3; turn++) {
      statuses.push((await ask('POST', '/2/media/upload/initialize', opening)).status);
    }
    expect(statuses).toEqual([400, 503, 200]);
  });
});

describe('a file that a person sends', { timeout: 30_000 }, () => {
  it('is fetched by the two of the conversation, with its true size', async () => {
    const posted = await fetch(`${sandbox.url}/sandbox/media?owner=${anaId}`, {
      method: 'POST',
      headers: { 'content-type': 'image/gif' },
      body: new Uint8Array(gif),
    });
    const media = (await posted.json()) as Media;
    expect(media).toMatchObject({ kind: 'gif', width: 48, height: 32 });
    const message = await sandbox.control<Message>('POST', '/sandbox/messages', {
      from: anaId,
      to: brandId,
      media: media.id,
    });
    const path = `/2/dm_conversations/media/${message.id}/${media.id}/1`;
    const own = await sandbox.call('GET', path, token);
    expect(Buffer.from(await own.arrayBuffer()).equals(gif)).toBe(true);
    const stranger = await sandbox.tokenFor(accounts[1]?.id ?? '');
    expect((await sandbox.call('GET', path, stranger)).status).toBe(404);
    await sandbox.control('PUT', '/sandbox/faults', { media: { mode: 'withheld', times: 1 } });
    expect((await sandbox.call('GET', path, token)).status).toBe(503);
    expect((await sandbox.call('GET', path, token)).status).toBe(200);
  });

  it('has no size when its bytes say none', () => {
    expect(sizeOf(Buffer.from('not a picture, whatever it is called'))).toBeUndefined();
  });
});
