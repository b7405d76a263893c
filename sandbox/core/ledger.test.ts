import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterEach, describe, expect, it } from 'vitest';
import { accounts } from '../cast';
import type { TestSandbox } from '../testing/start';
import { startTestSandbox, testApp } from '../testing/start';

const brandId = accounts[0]?.id ?? '';
const directories: string[] = [];

afterEach(() => {
  for (const directory of directories.splice(0))
    rmSync(directory, { recursive: true, force: true });
});

function freshDirectory() {
  const directory = mkdtempSync(path.join(tmpdir(), 'sandbox-ledger-'));
  directories.push(directory);
  return directory;
}

const threadOf = (sandbox: TestSandbox, personId: string) =>
  sandbox.control<{ messages: unknown[] }>('GET', `/sandbox/threads/${brandId}/${personId}`);

describe('the ledger', { timeout: 60_000 }, () => {
  it('brings everything back after a restart, and drops a line that was cut short', async () => {
    const dataDir = freshDirectory();
    const first = await startTestSandbox({ dataDir });
    const ana = await first.control<{ id: string }>('POST', '/sandbox/people', {
      id: '1111111111111111111',
      username: 'ana_test',
    });
    await first.control('POST', '/sandbox/messages', {
      from: ana.id,
      to: brandId,
      text: 'Lone \ud800 surrogate, NUL \0, 🍦',
    });
    await first.control('PUT', '/sandbox/settings', { ruleSet: 'x.open_dm_2015' });
    await first.control('PUT', '/sandbox/faults', { send: { mode: 'refuse', times: 2 } });
    const token = await first.tokenFor(brandId);
    const sent = await first.call('POST', `/2/dm_conversations/with/${ana.id}/messages`, token, {
      text: 'fault',
    });
    expect(sent.status).toBe(403);
    const before = await threadOf(first, ana.id);
    const offset = first.sandbox.ledger.entries.length;
    await first.close();

    appendFileSync(path.join(dataDir, 'ledger.jsonl'), '{"offset":99,"kind":"message.cre');
    const second = await startTestSandbox({ dataDir });
    expect(second.sandbox.ledger.entries.length).toBe(offset);
    expect(await threadOf(second, ana.id)).toEqual(before);
    expect(await second.control('GET', '/sandbox/settings')).toMatchObject({
      ruleSet: 'x.open_dm_2015',
    });
    expect(await second.control('GET', '/sandbox/faults')).toMatchObject({
      send: [{ mode: 'refuse', times: 1 }],
    });
    expect((await second.call('GET', '/2/users/me', token)).status).toBe(200);
    const next = await second.control<{ id: string }>('POST', '/sandbox/messages', {
      from: ana.id,
      to: brandId,
      text: 'more',
    });
    const [last] = before.messages.slice(-1) as { id: string }[];
    expect(BigInt(next.id)).toBeGreaterThan(BigInt(last?.id ?? 0));
    await second.close();
  });

  it('loses no message that was answered for when the process is killed', {
    timeout: 30_000,
  }, async () => {
    const dataDir = freshDirectory();
    const program = path.join(freshDirectory(), 'sandbox.mjs');
    await build({
      entryPoints: [path.resolve(import.meta.dirname, '../main.ts')],
      outfile: program,
      bundle: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'error',
    });
    const child = spawn(process.execPath, [program], {
      env: {
        NODE_ENV: 'test',
        SANDBOX_PORT: '0',
        SANDBOX_DATA: dataDir,
        X_CLIENT_ID: testApp.clientId,
        X_CLIENT_SECRET: testApp.clientSecret,
        X_CONSUMER_KEY: testApp.consumerKey,
        X_CONSUMER_SECRET: testApp.consumerSecret,
        X_BEARER_TOKEN: testApp.bearerToken,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const gone = once(child, 'exit');
    const url = await new Promise<string>((resolve) => {
      child.stdout.on('data', (chunk: Buffer) =>
        resolve(/http:\S+/.exec(chunk.toString())?.[0] ?? ''),
      );
    });
    const { people } = (await (
      await fetch(`${url}/sandbox/people?brand=false&limit=1`)
    ).json()) as { people: { id: string }[] };
    const answered: string[] = [];
    let isKilled = false;
    const write = async (text: string) => {
      const body = JSON.stringify({ from: people[0]?.id, to: brandId, text, force: true });
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${url}/sandbox/messages`, { method: 'POST', headers, body });
      return ((await response.json()) as { id: string }).id;
    };
    const writer = async () => {
      while (!isKilled) {
        const id = await write(`n${answered.length}`).catch(() => undefined);
        if (id) answered.push(id);
        if (answered.length < 150 || isKilled) continue;
        isKilled = true;
        child.kill('SIGKILL');
      }
    };
    await Promise.all([writer(), writer(), writer()]);
    await gone;
    const text = readFileSync(path.join(dataDir, 'ledger.jsonl'), 'utf8');
    expect(answered.length).toBeGreaterThanOrEqual(150);
    expect(answered.filter((id) => !text.includes(`"id":"${id}"`))).toEqual([]);
    const again = await startTestSandbox({ dataDir });
    expect(answered.filter((id) => !again.sandbox.world.messages.has(id))).toEqual([]);
    await again.close();
  });

  it('is a demo world from the first start, the same as the story of its epoch', async () => {
    const dataDir = freshDirectory();
    const epoch = new Date('2026-11-20T08:00:00Z');
    const sandbox = await startTestSandbox({ dataDir, seed: 'story', epoch });
    const { story } = await import('../story');
    const told = story(epoch).threads.flatMap(({ messages }) => messages.map(({ id }) => id));
    expect([...sandbox.sandbox.world.messages.keys()].sort()).toEqual([...told].sort());
    await sandbox.close();
    const later = await startTestSandbox({ dataDir, seed: 'story', epoch: new Date() });
    expect(later.sandbox.world.messages.size).toBe(told.length);
    await later.close();
  });
});
