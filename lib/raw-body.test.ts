import { expect, test } from 'vitest';
import { readRawBody } from './raw-body';

function post(body: BodyInit | null, headers: Record<string, string> = {}): Request {
  const request: RequestInit = { method: 'POST', body, headers };
  // Node wants it said that a streamed body is sent before the answer is read.
  return new Request('http://localhost/', Object.assign(request, { duplex: 'half' }));
}

function streamOf(chunks: number, chunkBytes: number, onPull: () => void = () => undefined) {
  let sent = 0;
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      onPull();
      if (sent++ === chunks) controller.close();
      else controller.enqueue(new Uint8Array(chunkBytes));
    },
  });
}

test('the bytes come back as they were sent, however they were cut', async () => {
  const bytes = new Uint8Array([0, 255, 10, 13, 0xc3, 0x28]);
  expect(await readRawBody(post(bytes), 6)).toEqual(Buffer.from(bytes));
  expect(await readRawBody(post(streamOf(4, 250)), 1_000)).toHaveLength(1_000);
  expect(await readRawBody(post(null), 10)).toHaveLength(0);
});

test('a body that is announced as too large is not read at all', async () => {
  let pulls = 0;
  const body = streamOf(3, 10, () => pulls++);
  expect(await readRawBody(post(body, { 'content-length': '2000' }), 1_000)).toBe('too_large');
  expect(pulls).toBeLessThanOrEqual(1);
});

test('a body that grows beyond the limit is dropped where it does, whatever was announced', async () => {
  let pulls = 0;
  const body = streamOf(1_000_000, 1_000, () => pulls++);
  expect(await readRawBody(post(body, { 'content-length': '10' }), 5_000)).toBe('too_large');
  expect(pulls).toBeLessThan(10);
});

test('a sender who goes away in the middle is told from one who finished', async () => {
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(new Uint8Array(5));
      controller.error(new Error('gone'));
    },
  });
  expect(await readRawBody(post(body), 1_000)).toBe('broken');
});
