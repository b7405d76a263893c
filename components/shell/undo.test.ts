import { beforeEach, expect, test } from 'vitest';
import { forgetUndo, isKept, pushUndo, undoLast } from './undo';

beforeEach(() => {
  while (undoLast());
});

function recorder() {
  const done: string[] = [];
  return { done, way: (label: string) => ({ label, run: () => void done.push(label) }) };
}

test('the last thing is taken back first, each once', () => {
  const { done, way } = recorder();
  pushUndo(way('first'));
  pushUndo(way('second'));
  expect([undoLast()?.label, undoLast()?.label, undoLast()]).toEqual(['second', 'first', null]);
  expect(done).toEqual(['second', 'first']);
});

test('what was taken back by its own button is not taken back again by the key', () => {
  const { done, way } = recorder();
  pushUndo(way('first'));
  const back = pushUndo(way('second'));
  back();
  back();
  undoLast();
  expect(done).toEqual(['second', 'first']);
});

test('the same way remembered twice is one way', () => {
  const { done, way } = recorder();
  const closing = way('closed');
  pushUndo(closing);
  pushUndo({ ...closing, label: 'Closed Ana.' });
  expect(undoLast()?.label).toBe('Closed Ana.');
  expect(undoLast()).toBeNull();
  expect(done).toEqual(['closed']);
});

test('a way that gets a better name keeps its place; one that leads nowhere is forgotten', () => {
  const { done, way } = recorder();
  const [first, second] = [way('first'), way('second')];
  pushUndo(first);
  pushUndo(second);
  pushUndo({ ...first, label: 'First, and told.' });
  forgetUndo(second.run);
  expect(isKept(second.run)).toBe(false);
  expect(undoLast()?.label).toBe('First, and told.');
  expect(done).toEqual(['first']);
});

test('what was refused, or is not there any more, did not come back', async () => {
  pushUndo({ label: 'done', run: () => undefined });
  pushUndo({ label: 'done later', run: () => Promise.resolve(true) });
  pushUndo({ label: 'too late', run: () => Promise.resolve(false) });
  const came = [];
  for (let last = undoLast(); last; last = undoLast()) came.push([last.label, last.came] as const);
  expect(await Promise.all(came.map(([, each]) => each))).toEqual([false, true, true]);
});
