import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { closePool } from '@/db/client';
import type { TestDatabase } from '@/db/testing';
import { testDatabase } from '@/db/testing';
import { refuseUnsafeBoot } from './boot';
import { parseEnv } from './env';

let database: TestDatabase;
const login = `boot_${randomUUID().replaceAll('-', '').slice(0, 12)}`;

beforeAll(async () => {
  database = await testDatabase({ NODE_ENV: 'production', TIME_SCALE: '1' });
});
afterEach(() => closePool());
afterAll(async () => {
  await database.admin.query('alter role porchlight nobypassrls');
  await database.close();
});

test('production starts with a plain login and the newest schema', async () => {
  await expect(refuseUnsafeBoot()).resolves.toBeUndefined();
});

test('a database that is not there yet is waited for', async () => {
  const name = (await database.admin.query('select current_database() as name')).rows[0].name;
  await database.admin.query(`alter database ${name} connection limit 0`);
  const booted = refuseUnsafeBoot();
  await database.admin.query('select pg_sleep(0.6)');
  await database.admin.query(`alter database ${name} connection limit -1`);
  await expect(booted).resolves.toBeUndefined();
});

test('a login that is bound by no fence is refused by name', async () => {
  await database.admin.query(`create role ${login} bypassrls`);
  await database.admin.query(`grant ${login} to porchlight`);
  await database.admin.query(`grant usage on schema drizzle to ${login}`);
  await database.admin.query(`grant select on drizzle.__drizzle_migrations to ${login}`);
  const name = (await database.admin.query('select current_database() as name')).rows[0].name;
  await database.admin.query(`alter role porchlight in database ${name} set role = ${login}`);
  try {
    await expect(refuseUnsafeBoot()).rejects.toThrow(`"${login}" of DATABASE_URL has BYPASSRLS`);
    await closePool();
    await database.admin.query(`alter role ${login} superuser nobypassrls`);
    await expect(refuseUnsafeBoot()).rejects.toThrow(`"${login}" of DATABASE_URL is a superuser`);
  } finally {
    await closePool();
    await database.admin.query(`alter role porchlight in database ${name} reset role`);
    await database.admin.query(`drop owned by ${login}`);
    await database.admin.query(`drop role ${login}`);
  }
});

test('a schema behind or ahead of this version is refused, with the way out', async () => {
  await database.admin.query(
    'create table kept as select * from drizzle.__drizzle_migrations order by id desc limit 1',
  );
  await database.admin.query(
    'delete from drizzle.__drizzle_migrations where id in (select id from kept)',
  );
  await expect(refuseUnsafeBoot()).rejects.toThrow(
    /of \d+ migrations. Run `npm run migrate` first/,
  );
  await database.admin.query('insert into drizzle.__drizzle_migrations select * from kept');
  await database.admin.query(
    'insert into drizzle.__drizzle_migrations (hash, created_at) select hash, created_at + 1 from kept',
  );
  await expect(refuseUnsafeBoot()).rejects.toThrow(/Deploy the matching version/);
  await database.admin.query(
    'delete from drizzle.__drizzle_migrations where id > (select id from kept)',
  );
  await database.admin.query('drop table kept');
});

test('missing and example settings are named, all at once', () => {
  const good = Object.fromEntries(Object.entries(process.env));
  expect(() => parseEnv(good)).not.toThrow();
  const bad = {
    ...good,
    DATABASE_URL: undefined,
    APP_URL: '',
    AUTH_SECRET: 'please-change-me-please-change-me-please',
    X_CONSUMER_SECRET: 'short',
  };
  expect(() => parseEnv(bad)).toThrow(/DATABASE_URL: is missing/);
  expect(() => parseEnv(bad)).toThrow(/APP_URL: is missing/);
  expect(() => parseEnv(bad)).toThrow(/AUTH_SECRET: is still the example/);
  expect(() => parseEnv(bad)).toThrow(/X_CONSUMER_SECRET/);
});
