import { afterEach, expect, test } from 'vitest';
import type { Mail } from './post';
import { MailFailure, post } from './post';
import type { MailSettings } from './settings';
import type { MailServer } from './smtp.fixture';
import { aMailServer } from './smtp.fixture';

const mail: Mail = {
  id: '0198f2a0-0000-7000-8000-000000000001',
  to: { name: 'Priya Raman', address: 'priya@example.test' },
  subject: 'Ana Costa: first response was due at 16:30 · Salted Caramel',
  text: 'Ana Costa: first response was due at 16:30',
  html: '<p>Ana Costa: first response was due at 16:30</p>',
};

let server: MailServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function open(options: Parameters<typeof aMailServer>[0]): Promise<MailServer> {
  server = await aMailServer(options);
  return server;
}

function by(port: number, more: Partial<MailSettings> = {}): MailSettings {
  return {
    host: '127.0.0.1',
    port,
    user: undefined,
    password: undefined,
    tls: 'never',
    from: 'Porchlight <porchlight@example.test>',
    ...more,
  };
}

async function problemOf(work: Promise<void>): Promise<MailFailure> {
  const failure = await work.then(
    () => null,
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(MailFailure);
  return failure as MailFailure;
}

test('a letter arrives as text and as HTML, under a Message-ID that is its own on every attempt', async () => {
  const { port, arrived } = await open({ tls: 'none' });
  await post(mail, by(port));
  await post(mail, by(port));
  expect(arrived.map(({ messageId }) => messageId)).toEqual([
    `<${mail.id}@example.test>`,
    `<${mail.id}@example.test>`,
  ]);
  const [first] = arrived;
  expect(first?.to).toEqual(['priya@example.test']);
  expect(first?.raw).toMatch(/^From: Porchlight <porchlight@example.test>/m);
  expect(first?.raw).toMatch(/^To: Priya Raman <priya@example.test>/m);
  expect(first?.raw).toMatch(/^Auto-Submitted: auto-generated/m);
  expect(first?.raw).toMatch(/Content-Type: text\/plain[\s\S]*Content-Type: text\/html/);
});

test('a server that asks who we are is told so, and a wrong password is told apart', async () => {
  const user = { name: 'porchlight', password: 'a good one' };
  const { port, arrived, said } = await open({ tls: 'none', user });
  await post(mail, by(port, { user: user.name, password: user.password }));
  expect(arrived).toHaveLength(1);
  const wrong = by(port, { user: user.name, password: 'another' });
  const failure = await problemOf(post(mail, wrong));
  expect(failure).toMatchObject({ problem: 'sign_in', passes: true });
  expect(said).toHaveLength(1);
});

test.each([
  ['that speaks none', 'none', 'before_anything'],
  ['with a certificate that nobody vouches for', 'offered', 'before_anything'],
  ['with such a one from the first byte', 'at_once', 'at_once'],
] as const)('where TLS is asked for, nothing is said to a server %s', async (_, tls, wanted) => {
  const { port, said } = await open({ tls });
  const failure = await problemOf(post(mail, by(port, { tls: wanted })));
  expect(failure).toMatchObject({ problem: 'tls', passes: true });
  expect(said).toEqual([]);
});

test('an address that the server will never know is no matter of trying again', async () => {
  const { port } = await open({ tls: 'none', refuse: () => 550 });
  const failure = await problemOf(post(mail, by(port)));
  expect(failure).toMatchObject({ problem: 'refused', passes: false });
});

test('one that it does not take for now is', async () => {
  const { port } = await open({ tls: 'none', refuse: () => 451 });
  const failure = await problemOf(post(mail, by(port)));
  expect(failure).toMatchObject({ problem: 'later', passes: true });
});

test('a server that is not there may come back', async () => {
  const { port, close } = await open({ tls: 'none' });
  await close();
  const failure = await problemOf(post(mail, by(port)));
  expect(failure).toMatchObject({ problem: 'unreachable', passes: true, message: 'unreachable' });
});
