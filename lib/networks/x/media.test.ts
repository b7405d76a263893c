import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { client } from './client';
import { brand } from './deliveries.fixture';
import { sourceOf } from './media-source';
import type { Seen } from './stand-in.fixture';
import { appAt, json, rateHeaders, routes, standIn } from './stand-in.fixture';

const MIB = 1024 * 1024;
const data = (state?: string) => ({
  data: { id: '99', ...(state && { processing_info: { state } }) },
});

function clientAt(url: string, deadlineMs?: number) {
  return client(appAt(url, deadlineMs), { accessToken: 'user-token', externalId: brand });
}

async function formOf(seen: Seen | undefined): Promise<FormData> {
  return await new Response(new Uint8Array(seen?.body ?? []), {
    headers: { 'content-type': `${seen?.headers['content-type']}` },
  }).formData();
}

async function bytesIn(form: FormData): Promise<Buffer> {
  const media = form.get('media');
  if (!(media instanceof File)) throw new Error('the file did not arrive');
  return Buffer.from(await media.arrayBuffer());
}

describe('handing a file to X', () => {
  it('takes a picture in one request, byte by byte', async () => {
    const { url, seen } = await routes({
      'POST /2/media/upload': (_, response) => json(response, 200, data(), rateHeaders),
    });
    const bytes = Buffer.from([0, 255, 13, 10, 45, 45, 128]);
    const answer = await clientAt(url).uploadMedia(bytes, 'image', 'image/png\r\nx: y');
    expect(answer.value).toEqual({ mediaId: '99', state: 'ready' });
    expect(answer.rate).toMatchObject({ limit: 15 });
    const form = await formOf(seen[0]);
    expect(form.get('media_category')).toBe('dm_image');
    expect(await bytesIn(form)).toEqual(bytes);
    expect((form.get('media') as File).type).toBe('application/octet-stream');
  });

  it.each([
    ['gif', 'image/gif'],
    ['video', 'video/mp4'],
  ] as const)(
    'takes a %s in segments, in their order, and then waits until it is ready',
    async (kind, mimeType) => {
      const states = ['pending', 'in_progress', 'succeeded'];
      const { url, seen } = await routes({
        'POST /2/media/upload/initialize': (_, response) => json(response, 200, data()),
        'POST /2/media/upload/99/append': (_, response) => json(response, 200, {}),
        'POST /2/media/upload/99/finalize': (_, response) => json(response, 200, data('pending')),
        'GET /2/media/upload': (_, response) => json(response, 200, data(states.shift())),
      });
      const bytes = randomBytes(4 * MIB + 5);
      const channel = clientAt(url);
      expect((await channel.uploadMedia(bytes, kind, mimeType)).value).toEqual({
        mediaId: '99',
        state: 'processing',
      });
      expect(JSON.parse(`${seen[0]?.body}`)).toEqual({
        media_type: mimeType,
        total_bytes: bytes.length,
        media_category: `dm_${kind}`,
      });
      const segments = await Promise.all(
        seen.filter(({ path }) => path.endsWith('/append')).map(formOf),
      );
      expect(segments.map((form) => form.get('segment_index'))).toEqual(['0', '1', '2']);
      const parts = await Promise.all(segments.map(bytesIn));
      expect(Buffer.concat(parts).equals(bytes)).toBe(true);
      for (const state of ['processing', 'processing', 'ready']) {
        expect((await channel.mediaState('99')).value).toBe(state);
      }
      expect(seen.at(-1)?.query.get('media_id')).toBe('99');
    },
  );

  it('learns that X could not make anything of it', async () => {
    const { url } = await routes({
      'GET /2/media/upload': (_, response) => json(response, 200, data('failed')),
    });
    expect((await clientAt(url).mediaState('99')).value).toBe('failed');
  });

  it.each([
    [400, { detail: 'bad picture' }, { kind: 'refused', status: 400 }],
    [401, {}, { kind: 'unauthorized' }],
    [429, {}, { kind: 'rate_limited' }],
    [503, {}, { kind: 'unreachable' }],
  ])('tells why it was not taken: %i', async (status, body, failure) => {
    const { url } = await standIn((_, response) => json(response, status, body));
    for (const kind of ['image', 'video'] as const) {
      await expect(
        clientAt(url).uploadMedia(Buffer.from('x'), kind, 'video/mp4'),
      ).rejects.toMatchObject({ failure });
    }
  });
});

describe('fetching what came with a message', () => {
  const path = '/2/dm_conversations/media/1/2/scoop.jpg';

  it('asks the API in the name of the account and brings the bytes as they are', async () => {
    const bytes = randomBytes(100_000);
    const { url, seen } = await standIn((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', ...rateHeaders }).end(bytes);
    });
    const answer = await clientAt(url).downloadMedia(`${url}${path}`, 100_000);
    expect(Buffer.from(answer.value).equals(bytes)).toBe(true);
    expect(answer.rate).toMatchObject({ remaining: 14 });
    expect(seen).toMatchObject([{ path, headers: { authorization: 'Bearer user-token' } }]);
  });

  it('stops in the middle of what has no end', async () => {
    const { url } = await standIn((_, response) => {
      response.writeHead(200);
      const more = setInterval(() => response.write(Buffer.alloc(64 * 1024)), 1);
      response.on('close', () => clearInterval(more));
    });
    await expect(clientAt(url).downloadMedia(`${url}${path}`, MIB)).rejects.toMatchObject({
      failure: { kind: 'too_large' },
    });
  });

  it('follows nobody elsewhere', async () => {
    const { url, seen } = await standIn((_, response) => {
      response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end();
    });
    await expect(clientAt(url).downloadMedia(`${url}${path}`, MIB)).rejects.toMatchObject({
      failure: { kind: 'not_allowed' },
    });
    expect(seen).toHaveLength(1);
  });

  it.each([
    [404, { kind: 'refused', status: 404 }],
    [401, { kind: 'unauthorized' }],
    [500, { kind: 'unreachable' }],
  ])('tells why it was not given: %i', async (status, failure) => {
    const { url } = await standIn((_, response) => json(response, status, {}));
    await expect(clientAt(url).downloadMedia(`${url}${path}`, MIB)).rejects.toMatchObject({
      failure,
    });
  });

  it('does not wait for ever', async () => {
    const { url } = await standIn(() => undefined);
    await expect(clientAt(url, 100).downloadMedia(`${url}${path}`, MIB)).rejects.toMatchObject({
      failure: { kind: 'unreachable' },
    });
  });
});

describe('where files lie', () => {
  const app = appAt('https://api.x.com');
  const inApi = { url: 'https://api.x.com/2/dm_conversations/media/1/2/a-B.jpg', asker: 'account' };

  it.each([
    ['https://api.x.com/2/dm_conversations/media/1/2/a-B.jpg', inApi],
    ['https://ton.twitter.com/1.1/ton/data/dm/1/2/a-B.jpg', inApi],
    ['https://ton.x.com/1.1/ton/data/dm/1/2/a-B.jpg?x=1', inApi],
    [
      'https://video.twimg.com/dm_video/1/vid/720x720/a.mp4?tag=1',
      { url: 'https://video.twimg.com/dm_video/1/vid/720x720/a.mp4?tag=1', asker: 'nobody' },
    ],
    [
      'https://pbs.twimg.com/dm_gif_preview/1/a.jpg',
      { url: 'https://pbs.twimg.com/dm_gif_preview/1/a.jpg', asker: 'nobody' },
    ],
  ])('X is asked at %s', (link, source) => {
    expect(sourceOf(app, link)).toEqual(source);
  });

  it.each([
    'https://api.x.com/2/users/me',
    'https://api.x.com/2/dm_conversations/media/1/2/../../../users/me',
    'https://api.x.com/2/dm_conversations/media/1/2/%2e%2e%2f',
    'http://api.x.com/2/dm_conversations/media/1/2/a.jpg',
    'https://api.x.com:8443/2/dm_conversations/media/1/2/a.jpg',
    'https://api.x.com@evil.example/2/dm_conversations/media/1/2/a.jpg',
    'https://api.x.com.evil.example/2/dm_conversations/media/1/2/a.jpg',
    'https://ton.twitter.com/elsewhere/1/2/a.jpg',
    'http://video.twimg.com/a.mp4',
    'https://video.twimg.com:444/a.mp4',
    'https://u:p@video.twimg.com/a.mp4',
    'https://video.twimg.com.evil.example/a.mp4',
    'https://xvideo.twimg.com/a.mp4',
    'https://104.244.42.1/a.mp4',
  ])('nobody goes to %s', (link) => {
    expect(sourceOf(app, link)).toBeNull();
  });
});
