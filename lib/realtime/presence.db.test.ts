import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aWorkspace, testDatabase } from '@/db/testing';
import { asSystem } from '@/lib/commands/command';
import { hintDraft, hintRead } from '@/lib/commands/presence/hint';
import { tellPresence } from '@/lib/commands/presence/tell';
import type { Actor } from '@/lib/domain/access/can';
import { hub } from './hub';
import { openStream } from './open-stream';
import type { Ear } from './testing';
import { aSignedIn, listenTo } from './testing';

let database: TestDatabase;
beforeAll(async () => {
  // Sweeps at their real pace: what arrives within a test was told, not swept up.
  database = await testDatabase({ TIME_SCALE: '1' });
});
afterAll(async () => {
  await hub().stop();
  await database.close();
});

async function listening(actor: Actor): Promise<Ear> {
  const abort = new AbortController();
  const ear = listenTo(await openStream(actor, { after: null, signal: abort.signal }));
  return { ...ear, hangUp: () => abort.abort() };
}

const hints = (ear: Ear) =>
  ear.heard.filter(({ event }) => event === 'presence').map(({ data }) => data);

async function house() {
  const workspace = await aWorkspace();
  const { id: conversationId } = await aConversation(workspace);
  const me = await aSignedIn(workspace);
  const colleague = await aSignedIn(workspace);
  return { workspace, conversationId, me, colleague, tab: randomUUID() };
}

test('everybody of the workspace hears who came and who writes, without a place in the events', async () => {
  const { conversationId, me, colleague, tab } = await house();
  const ears = [await listening(me), await listening(colleague)];
  const outsider = await listening(await aSignedIn(await aWorkspace()));
  await tellPresence(me, { tab, conversationId, doing: 'viewing' });
  const { memberId } = me;
  const viewing = { kind: 'present', present: [{ conversationId, memberId, doing: 'viewing' }] };
  for (const ear of ears) await vi.waitFor(() => expect(hints(ear)).toEqual([viewing]), 5_000);

  await tellPresence(me, { tab, conversationId, doing: 'writing' });
  const writing = { kind: 'present', present: [{ conversationId, memberId, doing: 'writing' }] };
  for (const ear of ears) {
    await vi.waitFor(() => expect(hints(ear)).toEqual([viewing, writing]), 5_000);
    expect(ear.seqs()).toEqual([]);
    expect(ear.heard.at(-1)?.id).toBeNull();
  }
  expect(hints(outsider)).toEqual([]);
  for (const ear of [...ears, outsider]) ear.hangUp();
});

test('a window that opens later is told who is here, after its first frame', async () => {
  const { conversationId, me, colleague, tab } = await house();
  await tellPresence(me, { tab, conversationId, doing: 'viewing' });
  for (const ear of [await listening(colleague), await listening(colleague)]) {
    await vi.waitFor(() => expect(hints(ear)).toHaveLength(1), 5_000);
    expect(ear.heard.map(({ event }) => event)).toEqual(['hello', 'presence']);
    ear.hangUp();
  }
});

test('a heartbeat is no news, and many changes are told together', async () => {
  const { workspace, me, colleague, tab } = await house();
  const ear = await listening(colleague);
  const places = await Promise.all(Array.from({ length: 12 }, () => aConversation(workspace)));
  for (const { id } of places) {
    await tellPresence(me, { tab, conversationId: id, doing: 'viewing' });
    await tellPresence(me, { tab, conversationId: id, doing: 'viewing' });
  }
  const last = places.at(-1)?.id;
  await vi.waitFor(
    () => expect(hints(ear).at(-1)).toMatchObject({ present: [{ conversationId: last }] }),
    5_000,
  );
  expect(hints(ear).length).toBeLessThan(places.length);
  ear.hangUp();
});

test('whoever lapses is taken away without anybody saying so', async () => {
  const { conversationId, me, colleague, tab } = await house();
  const ear = await listening(colleague);
  await tellPresence(me, { tab, conversationId, doing: 'viewing' });
  await vi.waitFor(() => expect(hints(ear)).toHaveLength(1), 5_000);
  await tellPresence(me, { tab, conversationId: null, doing: 'viewing' });
  await vi.waitFor(
    () => expect(hints(ear).at(-1)).toEqual({ kind: 'present', present: [] }),
    10_000,
  );
  ear.hangUp();
}, 20_000);

test('a read mark is told to the member’s own windows only, a draft to everybody', async () => {
  const { workspace, conversationId, me, colleague } = await house();
  const [mine, theirs] = [await listening(me), await listening(colleague)];
  const second = randomUUID();
  await asSystem(workspace, async (context) => {
    await hintRead({ ...context, actor: me }, conversationId);
    await hintRead({ ...context, actor: me }, second);
    await hintDraft(context, conversationId);
    return { value: undefined, events: [] };
  });
  const draft = { kind: 'draft', conversationIds: [conversationId] };
  await vi.waitFor(() => expect(hints(theirs)).toEqual([draft]), 5_000);
  await vi.waitFor(
    () =>
      expect(hints(mine)).toEqual([
        { kind: 'read', conversationIds: [conversationId, second] },
        draft,
      ]),
    5_000,
  );
  for (const ear of [mine, theirs]) ear.hangUp();
});
