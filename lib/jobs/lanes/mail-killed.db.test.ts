import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { asSystem } from '@/lib/commands/command';
import { chooseNotifications } from '@/lib/commands/notification/choose';
import { productChoices } from '@/lib/domain/notifications/choices';
import type { MailServer } from '@/lib/mail/smtp.fixture';
import { aMailServer, testCertificate } from '@/lib/mail/smtp.fixture';

const authority = path.resolve('.test', `mail-authority-${process.pid}.pem`);
const user = { name: 'porchlight', password: 'tests-only' };

let victim: ChildProcess | undefined;
let server: MailServer;
let database: TestDatabase;
let workers: Awaited<ReturnType<typeof realWorkers>>;

beforeAll(async () => {
  // Whoever is to die does so when the mail is taken and before it hears of it.
  server = await aMailServer({ user, tls: 'offered', onArrived: () => victim?.kill('SIGKILL') });
  writeFileSync(authority, testCertificate);
  const mail = {
    SMTP_URL: `smtp://${user.name}:${user.password}@localhost:${server.port}`,
    MAIL_FROM: 'porchlight@test.dev',
  };
  database = await testDatabase(mail);
  workers = await realWorkers({ NODE_EXTRA_CA_CERTS: authority });
});
afterAll(async () => {
  await workers.end();
  await database.close();
  await server.close();
  rmSync(authority, { force: true });
});

async function aBreach(): Promise<string> {
  const workspaceId = await aWorkspace();
  const agent = await aMember(workspaceId, ['agent'], 'Priya');
  const { id: conversationId } = await aConversation(workspaceId, { ownerId: agent.memberId });
  await chooseNotifications(agent, { ...productChoices, email: ['breached'] });
  await asSystem(workspaceId, async () => ({
    value: null,
    events: [{ type: 'sla.breached', conversationId }],
  }));
  return agent.email;
}

async function left(): Promise<number> {
  const { rows } = await database.admin.query(
    'select count(*)::int as count from emails where sent_at is null',
  );
  return rows[0].count;
}

test('killed between the server’s yes and its note of it, a letter comes again and says that it is the same', async () => {
  const to = await aBreach();
  victim = workers.start();
  await vi.waitFor(() => expect(server.arrived).toHaveLength(1), 30_000);
  victim = undefined;
  expect(await left()).toBe(1);
  // Its lease lapses.
  await database.admin.query('update emails set due_at = now()');
  workers.start();
  workers.start();
  await vi.waitFor(async () => expect(await left()).toBe(0), 30_000);
  expect(server.arrived.map((mail) => mail.to)).toEqual([[to], [to]]);
  expect(new Set(server.arrived.map(({ messageId }) => messageId)).size).toBe(1);
}, 90_000);

test('two workers that live send each letter once, over TLS to a server that knows them', async () => {
  server.arrived.length = 0;
  const people = await Promise.all(Array.from({ length: 12 }, aBreach));
  await vi.waitFor(async () => expect(await left()).toBe(0), 60_000);
  expect(server.arrived.flatMap(({ to }) => to).toSorted()).toEqual(people.toSorted());
}, 90_000);

/** Workers of their own, as processes that can be killed; built from the sources as they are. */
async function realWorkers(settings: Record<string, string>) {
  // Within the repository: what it imports is looked for from there.
  const home = mkdtempSync(path.join(process.cwd(), '.test', 'worker-'));
  const file = path.join(home, 'worker.mjs');
  await build({
    entryPoints: ['lib/jobs/worker.ts'],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    alias: { 'server-only': path.resolve('node_modules/server-only/empty.js') },
    logLevel: 'error',
  });
  const running = new Set<ChildProcess>();
  return {
    start() {
      const child = fork(file, { env: { ...process.env, ...settings }, stdio: 'ignore' });
      running.add(child);
      child.on('exit', () => running.delete(child));
      return child;
    },
    async end() {
      const ends = [...running].map((child) => once(child, 'exit'));
      for (const child of running) child.kill('SIGKILL');
      await Promise.all(ends);
      rmSync(home, { recursive: true, force: true });
    },
  };
}
