import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { withWorkspace } from '@/db/client';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aWorkspace, testDatabase } from '@/db/testing';
import type { RateReading } from './budget';
import { closeBudget, noteRate, takeFromBudget } from './budget';

let database: TestDatabase;
let workspace: string;
let channel: string;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  workspace = await aWorkspace();
  channel = (await aChannel(workspace)).id;
});

const take = () =>
  withWorkspace(workspace, (tx) => takeFromBudget({ tx, workspaceId: workspace }, channel, 'send'));

const note = (reading: RateReading) =>
  withWorkspace(workspace, (tx) =>
    noteRate({ tx, workspaceId: workspace }, channel, { purpose: 'send', ...reading }),
  );

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000);

test('of forty who ask at once, fifteen get a call and the others the same time to come back', async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, take));
  expect(answers.filter((answer) => answer.granted)).toHaveLength(15);
  const times = new Set(answers.flatMap((each) => (each.granted ? [] : [each.until.getTime()])));
  expect(times.size).toBe(1);
  expect([...times][0]).toBeGreaterThan(Date.now());
});

test('sending and looking up are counted apart, and so are channels', async () => {
  await note({ limit: 15, remaining: 0, resetAt: inSeconds(60) });
  expect((await take()).granted).toBe(false);
  const asked = await withWorkspace(workspace, (tx) =>
    takeFromBudget({ tx, workspaceId: workspace }, channel, 'lookup'),
  );
  expect(asked.granted).toBe(true);
  channel = (await aChannel(workspace)).id;
  expect((await take()).granted).toBe(true);
});

test('within a window the network can only lower what is left', async () => {
  const resetAt = inSeconds(120);
  await note({ limit: 15, remaining: 3, resetAt });
  await take();
  await note({ limit: 15, remaining: 9, resetAt });
  const answers = [await take(), await take(), await take()];
  expect(answers.map((answer) => answer.granted)).toEqual([true, true, false]);
});

test('another limit than we assumed is believed at once', async () => {
  await Promise.all(Array.from({ length: 15 }, take));
  expect((await take()).granted).toBe(false);
  await note({ limit: 99, remaining: 84, resetAt: inSeconds(60) });
  expect((await take()).granted).toBe(true);
});

test('a reading of a window that is over says nothing about this one', async () => {
  await take();
  await note({ limit: 15, remaining: 0, resetAt: inSeconds(-5) });
  expect((await take()).granted).toBe(true);
});

test('a new window begins full', async () => {
  await withWorkspace(workspace, (tx) =>
    closeBudget({ tx, workspaceId: workspace }, channel, {
      purpose: 'send',
      until: new Date(Date.now() + 300),
    }),
  );
  const refused = await take();
  expect(refused.granted).toBe(false);
  await sleep(400);
  const answers = [];
  for (let asked = 0; asked < 16; asked++) answers.push(await take());
  expect(answers.filter((answer) => answer.granted)).toHaveLength(15);
});

test("another workspace's channel has no budget to take from", async () => {
  const stranger = await aWorkspace();
  const taking = withWorkspace(stranger, (tx) =>
    takeFromBudget({ tx, workspaceId: stranger }, channel, 'send'),
  );
  await expect(taking).rejects.toMatchObject({ cause: { code: '23503' } });
});
