import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accounts } from '../cast';
import type { TestSandbox } from '../testing/start';
import { startTestSandbox } from '../testing/start';

const [brand, support] = accounts.map(({ id }) => id);
let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.remove());

/** With any headers at all, also those that fetch would not send. */
function ask(method: string, path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${sandbox.url}${path}`, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    outgoing.on('error', reject);
    outgoing.end(method === 'GET' ? undefined : '{}');
  });
}

describe('the controls', { timeout: 60_000 }, () => {
  it('are closed to other websites', async () => {
    const safe = { 'content-type': 'application/json' };
    expect(await ask('GET', '/sandbox/people', {})).toBe(200);
    expect(await ask('GET', '/sandbox/people', { 'sec-fetch-site': 'same-origin' })).toBe(200);
    expect(await ask('GET', '/sandbox/people', { 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await ask('GET', '/sandbox/live', { 'sec-fetch-site': 'same-site' })).toBe(403);
    expect(await ask('POST', '/sandbox/reset', { ...safe, origin: 'https://evil.example' })).toBe(
      403,
    );
    expect(await ask('POST', '/sandbox/reset', { 'content-type': 'text/plain' })).toBe(415);
    expect(await ask('GET', '/sandbox/people', { host: 'rebound.example' })).toBe(421);
  });

  it('say in one sentence why a person may not write', async () => {
    const person = await sandbox.control<{ id: string }>('POST', '/sandbox/people', {
      username: 'dele',
      name: 'Dele',
    });
    const refused = await fetch(`${sandbox.url}/sandbox/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ from: person.id, to: support, text: 'hello' }),
    });
    expect([refused.status, await refused.json()]).toEqual([
      403,
      {
        error: 'Dele cannot message @caramelcare: its door is open to verified accounts only.',
        reason: 'verified_only',
      },
    ]);
    await sandbox.control('PATCH', `/sandbox/people/${support}`, { door: 'everyone' });
    await sandbox.control('POST', '/sandbox/messages', {
      from: person.id,
      to: support,
      text: 'hello',
    });
  });

  it('create people with ids of one’s choosing, and nobody twice', async () => {
    const person = { id: '1111111111111111111', username: 'judge' };
    expect(await sandbox.control('POST', '/sandbox/people', person)).toMatchObject(person);
    await expect(sandbox.control('POST', '/sandbox/people', person)).rejects.toThrow('409');
    await expect(sandbox.control('POST', '/sandbox/people', { username: 'JUDGE' })).rejects.toThrow(
      '409',
    );
  });

  it('create thousands of messages with given ids at once', async () => {
    const base = 2_090_000_000_000_000_000n;
    const messages = Array.from({ length: 5000 }, (_, index) => ({
      from: '1111111111111111111',
      to: brand,
      id: String(base + BigInt(index)),
      text: `load ${index}`,
    }));
    const startedMs = Date.now();
    const { created } = await sandbox.control<{ created: number }>(
      'POST',
      '/sandbox/messages/bulk',
      { messages, deliver: false },
    );
    expect(created).toBe(5000);
    expect(Date.now() - startedMs).toBeLessThan(20_000);
    await expect(sandbox.control('POST', '/sandbox/messages/bulk', { messages })).rejects.toThrow(
      '409',
    );
  });

  it('tell the page at once what happened', async () => {
    const stream = await fetch(`${sandbox.url}/sandbox/live`);
    const reader = stream.body?.getReader();
    await reader?.read();
    await sandbox.control('POST', '/sandbox/posts', {
      from: '1111111111111111111',
      text: 'hello world',
    });
    const { value } = (await reader?.read()) ?? {};
    expect(Buffer.from(value ?? []).toString()).toContain('"kinds":["post.created"]');
    await reader?.cancel();
  });

  it('read the ledger by kind and from an offset', async () => {
    type Read = { entries: { offset: number; kind: string }[]; next: number };
    const all = await sandbox.control<Read>('GET', '/sandbox/ledger');
    const people = await sandbox.control<Read>('GET', '/sandbox/ledger?kind=person.&limit=2');
    expect(people.entries.map(({ kind }) => kind)).toEqual(['person.created', 'person.created']);
    const rest = await sandbox.control<Read>('GET', `/sandbox/ledger?since=${all.next - 1}`);
    expect(rest.entries).toHaveLength(1);
  });

  it('begin anew on request', async () => {
    await sandbox.control('POST', '/sandbox/reset', { seed: 'story' });
    expect(sandbox.sandbox.world.people.size).toBeGreaterThan(100);
    await sandbox.control('POST', '/sandbox/reset', { seed: 'accounts' });
    expect(sandbox.sandbox.world.people.size).toBe(2);
  });
});
