import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../scripts/ports.mjs';
import { isAlive } from '../../scripts/process.mjs';
import { testSource } from '../../scripts/test-settings.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const home = path.join(root, '.test', 'launcher');
const started: ChildProcess[] = [];
let settings: Record<string, string>;

beforeAll(async () => {
  rmSync(home, { recursive: true, force: true });
  const ports = { PORT: String(await freePort()), SANDBOX_PORT: String(await freePort()) };
  settings = { PORCHLIGHT_HOME: home, ...ports };
});

afterEach(async () => {
  for await (const launcher of started.splice(0)) await ended(launcher, 'SIGTERM');
});

describe('npm start', () => {
  it('stops everything within ten seconds of a Ctrl-C, and is soon there again', async () => {
    const launcher = launch();
    expect(await launcher.outcome).toContain('Ctrl-C stops everything');
    const pids = partPids();
    expect(pids.filter(isAlive)).toHaveLength(4);

    const began = performance.now();
    await ended(launcher.process, 'SIGINT');
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(pids.filter(isAlive)).toEqual([]);

    const again = launch();
    expect(await again.outcome).toContain('Ctrl-C stops everything');
  });

  it('recovers by itself when everything was killed', async () => {
    const launcher = launch();
    await launcher.outcome;
    const pids = [...partPids(), Number(launcher.process.pid)];
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    await expect.poll(() => pids.some(isAlive), { timeout: 5_000 }).toBe(false);

    expect(await launch().outcome).toContain('Ctrl-C stops everything');
    expect(await readyStatus()).toBe(200);
  });

  it('takes its parts along when only the launcher is killed, and takes over the database', async () => {
    const launcher = launch();
    await launcher.outcome;
    const [postgres, ...parts] = partPids();
    await ended(launcher.process, 'SIGKILL');
    const next = launch();
    expect(await next.outcome).toContain('still ran and was taken over');
    expect(parts.filter(isAlive)).toEqual([]);
    expect(partPids()[0]).toBe(postgres);
  });

  it('starts a part again that dies', async () => {
    await launch().outcome;
    const before = partPids();
    for (const pid of before.slice(1)) process.kill(pid, 'SIGKILL');
    await expect
      .poll(() => partPids().filter((pid) => isAlive(pid) && !before.includes(pid)).length, {
        timeout: 15_000,
      })
      .toBe(3);
    await expect.poll(readyStatus, { timeout: 20_000 }).toBe(200);
  });

  it('says so when one runs already, and leaves it alone', async () => {
    const first = launch();
    await first.outcome;
    const second = launch();
    expect(await second.outcome).toContain(
      `http://localhost:${settings['PORT']} (pid ${first.process.pid})`,
    );
    expect(second.process.exitCode).toBe(1);
    expect(await readyStatus()).toBe(200);
  });

  it('names the setting to change when a port is taken', async () => {
    const squatter = createServer().listen(Number(settings['SANDBOX_PORT']), '127.0.0.1');
    await once(squatter, 'listening');
    const launcher = launch();
    expect(await launcher.outcome).toMatch(/Port \d+ for the sandbox is taken.*SANDBOX_PORT=/);
    expect(launcher.process.exitCode).toBe(1);
    squatter.close();
  });
});

/** Starts the launcher; `outcome` is what it said until it was ready or had ended. */
function launch() {
  const launcher = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: testSource(settings),
    detached: true,
  });
  started.push(launcher);
  let said = '';
  const outcome = new Promise<string>((resolve) => {
    const hear = (text: Buffer) => {
      said += text.toString();
      if (said.includes('Ctrl-C stops everything')) resolve(said);
    };
    launcher.stdout.on('data', hear);
    launcher.stderr.on('data', hear);
    launcher.once('close', () => resolve(said));
  });
  return { process: launcher, outcome };
}

async function ended(launcher: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (launcher.exitCode !== null || launcher.signalCode !== null) return;
  const gone = once(launcher, 'exit');
  launcher.kill(signal);
  await gone;
}

/** The database first, then the parts that the launcher noted. */
function partPids(): number[] {
  const note = JSON.parse(readFileSync(path.join(home, 'launcher.lock'), 'utf8')) as {
    parts: { identity: string }[];
  };
  const postmaster = readFileSync(path.join(home, 'pg18', 'postmaster.pid'), 'utf8');
  return [postmaster, ...note.parts.map(({ identity }) => identity)].map((text) =>
    Number.parseInt(text, 10),
  );
}

async function readyStatus(): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${settings['PORT']}/readyz`).catch(() => undefined);
  return answer?.status ?? 0;
}
