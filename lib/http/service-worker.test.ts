import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { serviceWorker } from './service-worker';

type Listener = (event: object) => void;

/** The worker as a browser would run it, beside a server that answers so. */
function worker(answer: () => Promise<Response>) {
  const listeners: Record<string, Listener> = {};
  runInNewContext(serviceWorker('build-1'), {
    addEventListener: (type: string, listener: Listener) => {
      listeners[type] = listener;
    },
    fetch: answer,
    Response,
    crypto,
    clients: {},
  });
  return async (request: { mode: string; method: string }): Promise<Response | undefined> => {
    let given: Promise<Response> | undefined;
    listeners['fetch']?.({
      request,
      respondWith: (response: Promise<Response>) => {
        given = response;
      },
    });
    return await given;
  };
}

const page = { mode: 'navigate', method: 'GET' };
const away = () => Promise.reject(new TypeError('Failed to fetch'));

test('a page that cannot be reached becomes the offline page, under a policy of its own', async () => {
  const answer = await worker(away)(page);
  const text = await answer?.text();
  expect(text).toContain('Porchlight cannot be reached');
  expect(text).not.toContain('NONCE');
  const nonce = /<script nonce="([^"]+)">/.exec(text ?? '')?.[1];
  expect(answer?.headers.get('content-security-policy')).toContain(`script-src 'nonce-${nonce}'`);
});

test('so does a page of a proxy with nothing behind it', async () => {
  const answer = await worker(async () => new Response('Bad gateway', { status: 502 }))(page);
  expect(await answer?.text()).toContain('Porchlight cannot be reached');
});

test('what the server answers is handed on as it is, also its refusals', async () => {
  for (const status of [200, 404, 500]) {
    const answer = await worker(async () => new Response('the page', { status }))(page);
    expect(await answer?.text()).toBe('the page');
  }
});

test('data and files are left to the browser', async () => {
  expect(await worker(away)({ mode: 'cors', method: 'GET' })).toBeUndefined();
  expect(await worker(away)({ mode: 'navigate', method: 'POST' })).toBeUndefined();
});

test('another build is another worker', () => {
  expect(serviceWorker('one')).not.toBe(serviceWorker('two'));
});
