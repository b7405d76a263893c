import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { connectDemo } from './connect-demo';
import { eventually, startReceiver } from './testing/receiver';
import type { TestSandbox } from './testing/start';
import { startTestSandbox, testApp } from './testing/start';

let sandbox: TestSandbox;
afterEach(() => sandbox.remove());

describe('the demo', { timeout: 60_000 }, () => {
  it('connects itself once the app answers, and moves along when the app has moved', async () => {
    sandbox = await startTestSandbox({ seed: 'story' });
    const { world } = sandbox.sandbox;
    const placeholder = createServer((_, response) => response.writeHead(503).end());
    await new Promise<void>((resolve) => placeholder.listen(0, '127.0.0.1', resolve));
    const { port } = placeholder.address() as AddressInfo;
    const stop = new AbortController();
    const waiting = connectDemo(
      sandbox.sandbox,
      `http://127.0.0.1:${port}/api/webhooks/x`,
      stop.signal,
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(world.webhooks.size).toBe(0);
    stop.abort();
    await waiting;
    placeholder.close();

    const first = await startReceiver(testApp.consumerSecret);
    await connectDemo(sandbox.sandbox, first.url, new AbortController().signal);
    expect([world.webhooks.size, world.subscriptions.size]).toEqual([1, 20]);
    await connectDemo(sandbox.sandbox, first.url, new AbortController().signal);
    expect([world.webhooks.size, world.subscriptions.size]).toEqual([1, 20]);
    await first.close();

    const second = await startReceiver(testApp.consumerSecret);
    await connectDemo(sandbox.sandbox, second.url, new AbortController().signal);
    expect([world.webhooks.size, world.subscriptions.size]).toEqual([1, 20]);
    const { people } = await sandbox.control<{ people: { id: string; brand: boolean }[] }>(
      'GET',
      '/sandbox/people',
    );
    const [brand, person] = [people.find((each) => each.brand), people.find((each) => !each.brand)];
    await sandbox.control('POST', '/sandbox/messages', {
      from: person?.id,
      to: brand?.id,
      text: 'live',
      force: true,
    });
    await eventually(() => second.received.some(({ body }) => body.includes('"live"')));
    await second.close();
  });
});
