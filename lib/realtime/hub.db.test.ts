import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { withSystem } from '@/db/client';
import type { TestDatabase } from '@/db/testing';
import { aWorkspace, testDatabase } from '@/db/testing';
import { announceRevocation } from '@/lib/auth/revocation';
import { endSessions } from '@/lib/auth/sessions';
import { withSystemRights } from '@/lib/auth/system-rights';
import { asSystem } from '@/lib/commands/command';
import type { Actor } from '@/lib/domain/access/can';
import { hub } from './hub';
import { openStream } from './open-stream';
import type { Ear } from './testing';
import { aSignedIn, listenTo } from './testing';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await hub().stop();
  await database.close();
});

async function listening(actor: Actor): Promise<Ear> {
  const { signal } = new AbortController();
  return listenTo(await openStream(actor, { after: null, signal }));
}

test('a stream beats, so that the browser knows that it lives', async () => {
  const ear = await listening(await aSignedIn(await aWorkspace()));
  await vi.waitFor(() => expect(ear.heard.map(({ event }) => event)).toContain('beat'), 5_000);
  ear.hangUp();
});

const ends: [string, string][] = [
  ['the session is revoked', 'update sessions set revoked_at = now() where id = $1'],
  ['the session expires', 'update sessions set expires_at = now() where id = $1'],
  [
    'the person is disabled',
    'update users set disabled_at = now() where id = (select user_id from sessions where id = $1)',
  ],
  [
    'the member is removed',
    'update members set removed_at = now() where user_id = (select user_id from sessions where id = $1)',
  ],
  [
    'the member loses every role',
    `update members set roles = '{}' where user_id = (select user_id from sessions where id = $1)`,
  ],
  ['the browser looks elsewhere', 'update sessions set workspace_id = null where id = $1'],
];

test.each(ends)('a stream ends when %s, and a colleague hears on', async (_, statement) => {
  const workspace = await aWorkspace();
  const leaving = await aSignedIn(workspace);
  const ears = [await listening(leaving), await listening(await aSignedIn(workspace))] as const;
  await database.admin.query(statement, [leaving.sessionId]);
  expect(await ears[0].ended).toBe(false);
  expect(ears[0].heard.at(-1)).toMatchObject({ event: 'bye', data: { reason: 'signed_out' } });
  await asSystem(workspace, () =>
    Promise.resolve({ value: undefined, events: [{ type: 'member.removed' }] }),
  );
  await vi.waitFor(() => expect(ears[1].seqs()).toEqual([1]));
  expect(ears[0].seqs()).toEqual([]);
  ears[1].hangUp();
});

test('whoever loses access hears the farewell, not the event that tells of it', async () => {
  const workspace = await aWorkspace();
  for (let round = 1; round <= 10; round += 1) {
    const leaving = await aSignedIn(workspace);
    const ear = await listening(leaving);
    await asSystem(workspace, async ({ tx }) => {
      await withSystemRights(tx, () => endSessions(tx, leaving));
      return { value: undefined, events: [{ type: 'member.removed' }] };
    });
    await ear.ended;
    expect(ear.seqs()).toEqual([]);
    expect(ear.heard.at(-1)).toMatchObject({ event: 'bye', data: { reason: 'signed_out' } });
  }
});

test('while one is in doubt nothing is lost: the session is good, and all is told in order', async () => {
  const workspace = await aWorkspace();
  const actor = await aSignedIn(workspace);
  const ear = await listening(actor);
  for (let round = 1; round <= 10; round += 1) {
    await asSystem(workspace, async ({ tx }) => {
      await withSystemRights(tx, () => announceRevocation(tx, actor.userId));
      return { value: undefined, events: [{ type: 'member.changed' }] };
    });
  }
  await vi.waitFor(() => expect(ear.seqs()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), 5_000);
  expect(ear.heard.map(({ event }) => event)).not.toContain('resync');
  ear.hangUp();
});

test('an announcement alone ends nothing while the session is good', async () => {
  const actor = await aSignedIn(await aWorkspace());
  const ear = await listening(actor);
  await withSystem((tx) => announceRevocation(tx, actor.userId));
  await vi.waitFor(() => expect(ear.heard.length).toBeGreaterThan(2), 5_000);
  expect(ear.heard.map(({ event }) => event)).not.toContain('bye');
  ear.hangUp();
});
