import { sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withWorkspace } from './client';
import type { TestDatabase } from './testing';
import { aWorkspace, testDatabase } from './testing';

/** Tables that belong to no workspace. A new one must be added here on purpose. */
const global = [
  'inbound_deliveries',
  'sessions',
  'sign_in_throttle',
  'users',
  'work_counts',
  'worker_heartbeats',
  'workspaces',
];

const nilWorkspace = '00000000-0000-4000-8000-000000000000';

let database: TestDatabase;
let ours: string;
let theirs: string;
let tenantTables: string[];

beforeAll(async () => {
  database = await testDatabase();
  [ours, theirs] = [await aWorkspace(), await aWorkspace()];
  const { rows } = await database.admin.query<{ name: string }>(
    `select c.relname as name from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`,
  );
  tenantTables = rows.map(({ name }) => name).filter((name) => !global.includes(name));
  for (const table of tenantTables) {
    await fill(table, ours);
    await fill(table, theirs);
  }
});
afterAll(() => database.close());

async function all<Row extends Record<string, unknown>>(text: string, ...values: unknown[]) {
  return (await database.admin.query<Row>(text, values)).rows;
}

/** One row in a tenant table, made from its column types alone, so that new tables are tested too. */
async function fill(table: string, workspaceId: string): Promise<void> {
  const columns = await all<{ name: string; type: string }>(
    `select column_name as name, udt_name as type from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_nullable = 'NO' and column_default is null
       and column_name <> 'workspace_id'`,
    table,
  );
  const samples: Record<string, unknown> = {
    uuid: uuid(),
    // The one form that every check on a text accepts, sealed tokens included.
    text: `eyJ${uuid()}`,
    timestamptz: '2026-11-22T12:00:00Z',
    int2: 1,
    int4: 1,
    int8: 1,
    numeric: 1,
    bool: false,
    jsonb: '{}',
    bytea: '\\x00',
    _text: '{}',
    _uuid: '{}',
  };
  const values = columns.map(({ name, type }) => {
    if (!(type in samples)) throw new Error(`No sample for ${table}.${name} of type ${type}.`);
    // Each its own: no author reviews themself.
    return type === 'uuid' ? uuid() : samples[type];
  });
  const names = ['workspace_id', ...columns.map(({ name }) => name)];
  const client = await database.admin.connect();
  try {
    await client.query("set session_replication_role = 'replica'");
    await client.query(
      `insert into ${table} (${names.join(', ')})
       values (${names.map((_, index) => `$${index + 1}`).join(', ')}) on conflict do nothing`,
      [workspaceId, ...values],
    );
  } finally {
    await client.query("set session_replication_role = 'origin'");
    client.release();
  }
}

test('every table belongs to a workspace, or is known to belong to none', async () => {
  const tables = await all<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'm', 'f') order by 1`,
  );
  expect(tables.map(({ name }) => name)).toEqual([...tenantTables, ...global].sort());
  expect(tenantTables.length).toBeGreaterThanOrEqual(14);
});

test('row-level security is enabled and forced on every such table, with the one policy', async () => {
  const fences = await all<{ name: string }>(
    `select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
       (select count(*)::int from pg_policy p where p.polrelid = c.oid and p.polpermissive
          and p.polname = 'own_workspace' and p.polroles = array['porchlight_app'::regrole::oid]
          and pg_get_expr(p.polqual, p.polrelid) like '(workspace_id = (NULLIF(current_setting(%'
          and pg_get_expr(p.polwithcheck, p.polrelid) = pg_get_expr(p.polqual, p.polrelid)) as own,
       (select count(*)::int from pg_policy p where p.polrelid = c.oid and p.polpermissive
          and p.polroles && array['porchlight_app'::regrole::oid, 0::oid]) as "forApp"
     from pg_class c where c.relname = any($1) and c.relnamespace = 'public'::regnamespace order by 1`,
    tenantTables,
  );
  expect(fences).toEqual(
    tenantTables.map((name) => ({ name, enabled: true, forced: true, own: 1, forApp: 1 })),
  );
});

test('the roles of the product own nothing, bypass nothing and cannot sign in', async () => {
  const roles = await all(
    `select rolname, rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb,
       (select count(*)::int from pg_shdepend d where d.refobjid = r.oid and d.deptype = 'o') as owns
     from pg_roles r where rolname like 'porchlight\\__%' order by 1`,
  );
  const harmless = {
    rolsuper: false,
    rolbypassrls: false,
    rolcanlogin: false,
    rolcreaterole: false,
    rolcreatedb: false,
    owns: 0,
  };
  expect(roles).toEqual([
    { rolname: 'porchlight_app', ...harmless },
    { rolname: 'porchlight_search', ...harmless },
    { rolname: 'porchlight_system', ...harmless },
  ]);
});

test('no view and no function opens a way around the fences', async () => {
  const views = await all(
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
       and not coalesce(reloptions @> array['security_invoker=true'], false)`,
  );
  const definers = await all(
    `select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`,
  );
  expect({ views, definers }).toEqual({ views: [], definers: [] });
});

test('the system role, which sees across workspaces, sees nothing that people wrote or are', async () => {
  const seen = await all<{ table_name: string }>(
    `select distinct table_name from information_schema.column_privileges
     where grantee = 'porchlight_system' and table_name = any($1) order by 1`,
    tenantTables,
  );
  const tables = seen.map(({ table_name }) => table_name);
  expect(tables).toContain('deliveries');
  for (const table of [
    'messages',
    'contacts',
    'identities',
    'channel_credentials',
    'drafts',
    'file_chunks',
    'notifications',
  ]) {
    expect(tables).not.toContain(table);
  }
});

test('of a conversation the system role sees when it wakes, and nothing of what it is about', async () => {
  const seen = await all<{ column_name: string }>(
    `select column_name from information_schema.column_privileges
     where grantee = 'porchlight_system' and table_name = 'conversations' order by 1`,
  );
  expect(seen.map(({ column_name }) => column_name)).toEqual([
    'id',
    'snoozed_until',
    'status',
    'workspace_id',
  ]);
});

test('each table shows its own workspace, and nothing to whoever names none', async () => {
  for (const table of tenantTables) {
    const inside = `select distinct workspace_id::text as id from ${table}`;
    const visible = await withWorkspace(ours, (tx) => tx.execute<{ id: string }>(sql.raw(inside)));
    expect({ table, seen: visible.rows.map(({ id }) => id) }).toEqual({ table, seen: [ours] });
    const foreign = await withWorkspace(ours, (tx) =>
      tx.execute(sql.raw(`${inside} where workspace_id = '${theirs}'`)),
    );
    const nowhere = await withWorkspace(nilWorkspace, (tx) => tx.execute(sql.raw(inside)));
    expect({ table, foreign: foreign.rowCount, nowhere: nowhere.rowCount }).toEqual({
      table,
      foreign: 0,
      nowhere: 0,
    });
  }
});

test('a session that takes the role and names no workspace sees nothing and fails at nothing', async () => {
  const client = await database.admin.connect();
  try {
    await client.query('begin');
    await client.query('set local role porchlight_app');
    for (const setting of ['', null]) {
      if (setting !== null) await client.query(`set local app.workspace_id = '${setting}'`);
      for (const table of [...tenantTables, 'workspaces']) {
        const { rowCount } = await client.query(`select from ${table}`);
        expect({ table, rowCount }).toEqual({ table, rowCount: 0 });
      }
    }
  } finally {
    await client.query('rollback');
    client.release();
  }
});

test('no table takes a row for another workspace, nor lets one be moved, changed or removed', async () => {
  for (const table of tenantTables) {
    const before = await all(`select * from ${table} where workspace_id = $1`, theirs);
    const statements = [
      `insert into ${table} select (jsonb_populate_record(t, '{"workspace_id":"${theirs}"}')).* from ${table} t`,
      `update ${table} set workspace_id = '${theirs}'`,
    ];
    for (const statement of statements) {
      await expect(
        withWorkspace(ours, (tx) => tx.execute(sql.raw(statement))),
        statement,
      ).rejects.toMatchObject({ cause: { code: '42501' } });
    }
    for (const statement of [
      `update ${table} set workspace_id = workspace_id where workspace_id = '${theirs}'`,
      `delete from ${table} where workspace_id = '${theirs}'`,
    ]) {
      // Either the role may not do it at all, or there is nothing that it could be done to.
      const outcome = await withWorkspace(ours, (tx) => tx.execute(sql.raw(statement))).then(
        ({ rowCount }) => rowCount,
        ({ cause }) => cause.code,
      );
      expect([0, '42501'], statement).toContain(outcome);
    }
    expect(await all(`select * from ${table} where workspace_id = $1`, theirs)).toEqual(before);
    expect(before).toHaveLength(1);
  }
});
