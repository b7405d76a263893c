import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accounts } from '../cast';
import type { TestSandbox } from '../testing/start';
import { startTestSandbox } from '../testing/start';
import type { Entry } from './facts';

const brandId = accounts[0]?.id ?? '';
let sandbox: TestSandbox;
let token: string;
let anaId: string;

beforeEach(async () => {
  sandbox = await startTestSandbox();
  token = await sandbox.tokenFor(brandId);
  anaId = (
    await sandbox.control<{ id: string }>('POST', '/sandbox/people', { username: 'ana_test' })
  ).id;
  await sandbox.control('POST', '/sandbox/messages', { from: anaId, to: brandId, text: 'Hello' });
});
afterEach(() => sandbox.remove());

const send = (text: string, timeoutMs = 20_000) =>
  fetch(`${sandbox.url}/2/dm_conversations/with/${anaId}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
    signal: AbortSignal.timeout(timeoutMs),
  }).then(
    ({ status }) => status,
    (error: Error) => (error.name === 'TimeoutError' ? 'timeout' : 'cut'),
  );
const accepted = async () =>
  (await sandbox.control<{ entries: Entry[] }>('GET', '/sandbox/ledger?kind=message.created'))
    .entries.length - 1;

describe('faults of sending', { timeout: 60_000 }, () => {
  it.each([
    ['refuse', { code: 326 }, 403, 0],
    ['refuse', { code: 50 }, 404, 0],
    ['refuse', { code: 'not_permitted' }, 403, 0],
    ['rate_limited', {}, 429, 0],
    ['error_before_accept', { status: 500 }, 500, 0],
    ['error_after_accept', {}, 503, 1],
    ['timeout_before_accept', {}, 'timeout', 0],
    ['timeout_after_accept', {}, 'timeout', 1],
    ['reset_before_accept', {}, 'cut', 0],
    ['reset_after_accept', {}, 'cut', 1],
    ['swallow_reply', {}, 'cut', 1],
    ['unparseable', {}, 201, 1],
  ])('%s %o: the caller sees %s, the ledger holds %i', async (mode, extra, seen, held) => {
    await sandbox.control('PUT', '/sandbox/faults', { send: { mode, times: 1, ...extra } });
    expect(await send('once', seen === 'timeout' ? 400 : undefined)).toBe(seen);
    expect(await accepted()).toBe(held);
    expect(await send('and healthy again')).toBe(201);
    expect(await accepted()).toBe(held + 1);
  });

  it('strikes as often as its probability says, the same way for the same seed', async () => {
    await sandbox.control('PUT', '/sandbox/settings', { budgets: { 'dm.send': { limit: 1000 } } });
    const run = async () => {
      await sandbox.control('PUT', '/sandbox/faults', {
        send: { mode: 'refuse', probability: 0.3, seed: 7 },
      });
      const answers: unknown[] = [];
      for (let turn = 0; turn < 40; turn++) {
        answers.push(await send(`turn ${turn}`));
      }
      return answers;
    };
    const first = await run();
    expect(first.filter((status) => status === 403).length).toBeGreaterThan(4);
    expect(first.filter((status) => status === 403).length).toBeLessThan(22);
    expect(await run()).toEqual(first);
  });

  it('takes no call from the budget while credits are gone', async () => {
    await sandbox.control('PUT', '/sandbox/faults', { creditsGone: true });
    const refused = await sandbox.call(
      'POST',
      `/2/dm_conversations/with/${anaId}/messages`,
      token,
      { text: 'x' },
    );
    expect([refused.status, refused.headers.get('x-rate-limit-remaining')]).toEqual([402, '15']);
    await sandbox.control('PUT', '/sandbox/faults', { creditsGone: false });
    expect(await send('paid')).toBe(201);
  });

  it('can end all access tokens at once', async () => {
    await sandbox.control('PUT', '/sandbox/faults', { expireTokens: true });
    expect(await send('late')).toBe(401);
  });
});
