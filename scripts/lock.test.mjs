import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readLock, takeLock, withLock } from './lock.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'lock-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name) => path.join(folder, name);

it('is held by one, who says where he is', async () => {
  const first = await takeLock(file('one'));
  first.note({ address: 'http://localhost:3000' });
  const second = await takeLock(file('one'));
  expect(second.release).toBeUndefined();
  expect(second.holder).toMatchObject({ pid: process.pid, address: 'http://localhost:3000' });
  first.release();
  expect((await takeLock(file('one'))).release).toBeTypeOf('function');
});

it('passes on from a holder who is dead, with what he had noted', async () => {
  const dead = { pid: process.pid, identity: `${process.pid}@another-birth`, parts: ['web'] };
  writeFileSync(file('two'), JSON.stringify(dead));
  const lock = await takeLock(file('two'));
  expect(lock.previous).toMatchObject({ parts: ['web'] });
});

it('is taken by exactly one of many who find the same dead holder', async () => {
  writeFileSync(file('three'), JSON.stringify({ pid: 2 ** 30, identity: 'gone' }));
  const attempts = await Promise.all(Array.from({ length: 8 }, () => takeLock(file('three'))));
  expect(attempts.filter((attempt) => attempt.release)).toHaveLength(1);
});

it('lets those who wait in one after the other', async () => {
  let inside = 0;
  let most = 0;
  const enter = () =>
    withLock(file('four'), async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside -= 1;
    });
  await Promise.all([enter(), enter(), enter()]);
  expect(most).toBe(1);
  expect(readLock(file('four'))).toBeUndefined();
});
