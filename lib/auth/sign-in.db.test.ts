import { hash } from '@node-rs/argon2';
import pLimit from 'p-limit';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { testDatabase } from '@/db/testing';
import type { Browser } from './browser';
import { openDevice, sealDevice } from './device';
import { hashPassword } from './password';
import { signInWithPassword } from './sign-in';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const password = 'lantern harbour velvet toast';
const secret = 'tests-only-0123456789abcdef0123456789abcdef';

async function anAccount(stored?: string) {
  const id = uuidv7();
  const email = `${id}@example.test`;
  await database.admin.query(
    'insert into users (id, email, name, password_hash) values ($1, $2, $3, $4)',
    [id, email, 'Owner', stored ?? (await hashPassword(password))],
  );
  return { id, email };
}

let lastAddress = 0;
function aBrowser(values: Partial<Browser> = {}): Browser {
  lastAddress += 1;
  const ip = `10.${lastAddress >> 16}.${(lastAddress >> 8) & 255}.${lastAddress & 255}`;
  return { ip, userAgent: 'test', device: { id: uuidv7(), userIds: [] }, session: null, ...values };
}

const fail = (email: string, browser = aBrowser()) =>
  signInWithPassword({ email, password: 'not the password at all' }, browser).catch(
    ({ code, message }) => ({ code, message }),
  );

async function failures(email: string, count: number, browser?: Browser): Promise<string[]> {
  const crowd = pLimit(24);
  const answers = await Promise.all(
    Array.from({ length: count }, () => crowd(() => fail(email, browser))),
  );
  return answers.map((answer) => ('code' in answer ? answer.code : 'in'));
}

const countOf = (codes: string[], code: string) => codes.filter((each) => each === code).length;

test('the right password signs in, whatever the case of the address', async () => {
  const { id, email } = await anAccount();
  const signedIn = await signInWithPassword(
    { email: ` ${email.toUpperCase()} `, password },
    aBrowser(),
  );
  expect(signedIn).toMatchObject({ userId: id, secret: expect.stringMatching(/^[\w-]{43}$/) });
});

test('a wrong password, an unknown address, a disabled account and one without a password answer alike', async () => {
  const known = await anAccount();
  const disabled = await anAccount();
  await database.admin.query('update users set disabled_at = now() where id = $1', [disabled.id]);
  const withoutPassword = await anAccount();
  await database.admin.query('update users set password_hash = null where id = $1', [
    withoutPassword.id,
  ]);
  const wrong = await fail(known.email);
  expect(wrong).toEqual({
    code: 'unauthenticated',
    message: 'The e-mail address or the password is not right.',
  });
  expect(await fail('nobody@example.test')).toEqual(wrong);
  expect(await fail(withoutPassword.email)).toEqual(wrong);
  const right = signInWithPassword({ email: disabled.email, password }, aBrowser());
  await expect(right).rejects.toMatchObject(wrong);
});

test('an unknown address takes as long as a known one', async () => {
  const { email } = await anAccount();
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
  for (let round = 0; round < 24; round++) {
    for (const kind of ['known', 'unknown'] as const) {
      await database.admin.query('delete from sign_in_throttle');
      const started = performance.now();
      await fail(kind === 'known' ? email : `nobody-${round}@example.test`);
      times[kind].push(performance.now() - started);
    }
  }
  // The fastest tries: what else the machine does only ever adds.
  const fastest = (values: number[]) =>
    values
      .toSorted((a, b) => a - b)
      .slice(0, 5)
      .reduce((sum, value) => sum + value, 0);
  const ratio = fastest(times.unknown) / fastest(times.known);
  expect(ratio).toBeGreaterThan(0.7);
  expect(ratio).toBeLessThan(1.4);
});

test('one account tried from four hundred addresses: ten passwords are looked at, then none', async () => {
  const { email } = await anAccount();
  const codes = await failures(email, 400);
  expect(countOf(codes, 'unauthenticated')).toBe(10);
  expect(countOf(codes, 'too_many')).toBe(390);
  const blocked = await signInWithPassword({ email, password }, aBrowser()).catch((error) => error);
  expect(blocked).toMatchObject({
    code: 'too_many',
    message: 'Too many tries. Wait 15 minutes, then try again.',
    details: { retryAfterSeconds: expect.any(Number) },
  });
});

test('meanwhile the owner comes in with the right password, from a browser or an address that knows them', async () => {
  const { id, email } = await anAccount();
  const office = aBrowser();
  await signInWithPassword({ email, password }, office);
  await failures(email, 40);
  const laptop = await openDevice(
    await sealDevice({ id: 'laptop', userIds: [] }, id, secret),
    secret,
  );
  const atHome = signInWithPassword({ email, password }, aBrowser({ device: laptop }));
  await expect(atHome).resolves.toMatchObject({ userId: id });
  const atWork = signInWithPassword({ email, password }, aBrowser({ ip: office.ip }));
  await expect(atWork).resolves.toMatchObject({ userId: id });
  const elsewhere = signInWithPassword({ email, password }, aBrowser());
  await expect(elsewhere).rejects.toMatchObject({ code: 'too_many' });
});

test('a known browser has ten tries of its own, and only for the person it knows', async () => {
  const [mine, other] = [await anAccount(), await anAccount()];
  const device = { id: uuidv7(), userIds: [mine.id] };
  const here = () => aBrowser({ device });
  expect(countOf(await failures(mine.email, 30, here()), 'unauthenticated')).toBe(10);
  await failures(other.email, 30);
  expect(await fail(other.email, here())).toMatchObject({ code: 'too_many' });
});

test('a device cookie that somebody made up knows nobody', async () => {
  const made = await sealDevice({ id: 'x', userIds: [] }, 'someone', 'another-secret-0123456789');
  expect((await openDevice(made, secret)).userIds).toEqual([]);
  expect((await openDevice('garbage', secret)).userIds).toEqual([]);
  expect((await openDevice(undefined, secret)).userIds).toEqual([]);
});

test('one address on a thousand accounts: a hundred passwords in an hour', async () => {
  const browser = aBrowser();
  const crowd = pLimit(24);
  const answers = await Promise.all(
    Array.from({ length: 300 }, (_, index) =>
      crowd(() => fail(`victim-${index}@example.test`, browser)),
    ),
  );
  const codes = answers.map((answer) => ('code' in answer ? answer.code : 'in'));
  expect(countOf(codes, 'unauthenticated')).toBe(100);
  expect(countOf(codes, 'too_many')).toBe(200);
});

test('right passwords use nothing up', async () => {
  const { email } = await anAccount();
  await failures(email, 9);
  for (let round = 0; round < 5; round++) {
    const signedIn = await signInWithPassword({ email, password }, aBrowser());
    expect(signedIn).toHaveProperty('secret');
  }
});

test('the wait ends', async () => {
  const { email } = await anAccount();
  await failures(email, 12);
  await database.admin.query("update sign_in_throttle set window_ends_at = now() - interval '1 s'");
  await expect(signInWithPassword({ email, password }, aBrowser())).resolves.toHaveProperty(
    'secret',
  );
});

test('a password hashed with weaker settings is hashed anew when it is next used', async () => {
  const weak = await hash(password, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
  const { id, email } = await anAccount(weak);
  await signInWithPassword({ email, password }, aBrowser());
  const { rows } = await database.admin.query('select password_hash from users where id = $1', [
    id,
  ]);
  expect(rows[0].password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  await expect(signInWithPassword({ email, password }, aBrowser())).resolves.toMatchObject({
    userId: id,
  });
});

test.each([
  ['no password', { email: 'a@example.test', password: '' }],
  ['no address', { email: 'me', password }],
  ['nothing', {}],
  ['a password of two thousand letters', { email: 'a@example.test', password: 'x'.repeat(2000) }],
])('%s is answered without looking anything up', async (_, input) => {
  await expect(signInWithPassword(input, aBrowser())).rejects.toMatchObject({ code: 'invalid' });
});
