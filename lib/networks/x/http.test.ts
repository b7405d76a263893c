import type { Socket } from 'node:net';
import { createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { HttpRequest } from './http';
import { exchange } from './http';
import { json, portOf, standIn } from './stand-in.fixture';

function post(url: string, more: Partial<HttpRequest> = {}) {
  return exchange({ method: 'POST', url, headers: {}, body: 'hello', deadlineMs: 10_000, ...more });
}

/** A bare TCP server: what a network looks like when it does not speak HTTP. */
async function tcp(onConnection: (socket: Socket) => void): Promise<number> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => socket.destroy());
    onConnection(socket);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return portOf(server.address());
}

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const port = portOf(server.address());
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}

describe('an exchange that comes to an end', () => {
  it('brings status, headers and text', async () => {
    const { url, seen } = await standIn((_, response) => json(response, 201, { ok: '✓' }));
    expect(await post(url)).toMatchObject({ phase: 'answered', status: 201, text: '{"ok":"✓"}' });
    expect(seen).toMatchObject([{ method: 'POST', body: Buffer.from('hello') }]);
  });

  it('follows no redirect', async () => {
    const { url, seen } = await standIn((_, response) => {
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    expect(await post(url)).toMatchObject({ phase: 'answered', status: 307 });
    expect(seen).toHaveLength(1);
  });

  it('asks once, even when the connection is closed in its face', async () => {
    const { url, seen } = await standIn((_, response) => response.destroy());
    expect(await exchange({ method: 'GET', url, headers: {} })).toMatchObject({
      phase: 'unanswered',
    });
    expect(seen).toHaveLength(1);
  });
});

describe('a request that provably never left', () => {
  it('is known when nobody listens', async () => {
    const port = await closedPort();
    expect(await post(`http://127.0.0.1:${port}/`)).toEqual({
      phase: 'unsent',
      detail: 'ECONNREFUSED',
    });
  });

  it('is known when the name does not exist', async () => {
    expect(await post('http://no-such-host.invalid/')).toMatchObject({ phase: 'unsent' });
  });

  it('is known when the secure connection is cut before it stands', async () => {
    const port = await tcp((socket) => socket.once('data', () => socket.resetAndDestroy()));
    expect(await post(`https://127.0.0.1:${port}/`)).toMatchObject({ phase: 'unsent' });
  });

  it('is known when the other side does not speak TLS', async () => {
    const port = await tcp((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    expect(await post(`https://127.0.0.1:${port}/`)).toMatchObject({ phase: 'unsent' });
  });

  it('is known when the secure connection does not come to stand in half of the time', async () => {
    const port = await tcp(() => undefined);
    const startedAt = performance.now();
    expect(await post(`https://127.0.0.1:${port}/`, { deadlineMs: 600 })).toEqual({
      phase: 'unsent',
      detail: 'no connection in time',
    });
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(250);
  });

  it.each([
    ['an address that is none', 'http://'],
    ['a scheme that is none', 'gopher://127.0.0.1/'],
  ])('is known for %s', async (_, url) => {
    expect(await post(url)).toMatchObject({ phase: 'unsent' });
  });

  it('is known for a header that cannot be written', async () => {
    const { url, seen } = await standIn((_, response) => json(response, 200, {}));
    const headers = { authorization: 'Bearer a\nb' };
    expect(await post(url, { headers })).toMatchObject({ phase: 'unsent' });
    expect(seen).toEqual([]);
  });
});

describe('a request that may have arrived', () => {
  it('stays unanswered when no status comes in time', async () => {
    const { url, seen } = await standIn(() => undefined);
    const sent = await post(url, { deadlineMs: 600 });
    expect(sent).toEqual({ phase: 'unanswered', detail: 'no answer in time' });
    expect(seen).toHaveLength(1);
  });

  it('stays unanswered when the connection is reset', async () => {
    const port = await tcp((socket) => socket.once('data', () => socket.resetAndDestroy()));
    expect(await post(`http://127.0.0.1:${port}/`)).toEqual({
      phase: 'unanswered',
      detail: 'ECONNRESET',
    });
  });

  it('stays unanswered when the answer is not HTTP', async () => {
    const port = await tcp((socket) => socket.end('hello yourself\r\n\r\n'));
    expect(await post(`http://127.0.0.1:${port}/`)).toMatchObject({ phase: 'unanswered' });
  });
});

describe('an answer that is cut', () => {
  it('keeps its status when the body breaks off', async () => {
    const { url } = await standIn((_, response) => {
      response.writeHead(201, { 'content-length': '100' });
      response.write('{"data":', () => response.destroy());
    });
    expect(await post(url)).toMatchObject({ phase: 'cut', status: 201 });
  });

  it('keeps its status when the body does not end in time', async () => {
    const { url } = await standIn((_, response) => {
      response.writeHead(403, { 'x-rate-limit-limit': '15' });
      response.write('{');
    });
    const cut = await post(url, { deadlineMs: 600 });
    expect(cut).toMatchObject({ phase: 'cut', status: 403, detail: 'no answer in time' });
    expect(cut).toHaveProperty('headers');
  });

  it('is given up when it is larger than anything that X says', async () => {
    const { url } = await standIn((_, response) => {
      response.writeHead(200);
      const chunk = 'x'.repeat(1024 * 1024);
      const pour = () => {
        while (response.write(chunk) && !response.destroyed);
        if (!response.destroyed) response.once('drain', pour);
      };
      pour();
    });
    expect(await post(url)).toMatchObject({
      phase: 'cut',
      status: 200,
      detail: 'the answer is too large',
    });
  });
});
