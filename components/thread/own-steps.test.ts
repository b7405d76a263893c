import { expect, test } from 'vitest';
import { afterOwnSteps, asRestored, stepUnderway, wentBack } from './own-steps';

function step(ids: readonly string[]) {
  let answer = (_: { changed: { conversationId: string; version: number }[] }) => undefined;
  let fail = (_: Error) => undefined;
  const promise = new Promise<Parameters<typeof answer>[0]>((resolve, reject) => {
    answer = (value) => void resolve(value);
    fail = (error) => void reject(error);
  });
  stepUnderway(ids, promise);
  return { answer, fail };
}

test('a step waits for those before it, and is asked for with the version that they led to', async () => {
  const undo = step(['a', 'b']);
  const wanted = afterOwnSteps([
    { conversationId: 'a', version: 4 },
    { conversationId: 'b' },
    { conversationId: 'c', version: 1 },
  ]);
  undo.answer({ changed: ['a', 'b'].map((conversationId) => ({ conversationId, version: 5 })) });
  expect(await wanted).toEqual([
    { conversationId: 'a', version: 5 },
    { conversationId: 'b' },
    { conversationId: 'c', version: 1 },
  ]);
});

test('what was refused or failed leaves the version that was seen', async () => {
  const [refused, failed] = [step(['a']), step(['b'])];
  const wanted = afterOwnSteps([
    { conversationId: 'a', version: 4 },
    { conversationId: 'b', version: 7 },
  ]);
  refused.answer({ changed: [] });
  failed.fail(new Error('no connection'));
  expect(await wanted).toEqual([
    { conversationId: 'a', version: 4 },
    { conversationId: 'b', version: 7 },
  ]);
});

test('steps that follow one another without an answer count each', async () => {
  const [first, second] = [step(['a']), step(['a'])];
  const wanted = afterOwnSteps([{ conversationId: 'a', version: 4 }]);
  first.answer({ changed: [{ conversationId: 'a', version: 5 }] });
  second.answer({ changed: [{ conversationId: 'a', version: 6 }] });
  expect(await wanted).toEqual([{ conversationId: 'a', version: 6 }]);
});

test('what a colleague changed before a step of one’s own that asks for no version is not passed over', async () => {
  const label = step(['a']);
  const wanted = afterOwnSteps([{ conversationId: 'a', version: 4 }]);
  label.answer({ changed: [{ conversationId: 'a', version: 6 }] });
  expect(await wanted).toEqual([{ conversationId: 'a', version: 4 }]);
});

test('once a step is answered, what is seen decides again: a colleague’s change is not passed over', async () => {
  const mine = step(['a']);
  mine.answer({ changed: [{ conversationId: 'a', version: 5 }] });
  await new Promise((done) => setTimeout(done));
  expect(await afterOwnSteps([{ conversationId: 'a', version: 4 }])).toEqual([
    { conversationId: 'a', version: 4 },
  ]);
});

test('what is taken back after a later step was stands at the version that this led to', () => {
  const [first, second] = [
    { conversationId: 'u', version: 5 },
    { conversationId: 'u', version: 6 },
  ];
  wentBack([second], { changed: [{ conversationId: 'u', version: 7 }] });
  expect(asRestored([first])).toEqual([{ conversationId: 'u', version: 7 }]);
  wentBack([first], { changed: [{ conversationId: 'u', version: 8 }] });
  expect(asRestored([{ conversationId: 'u', version: 4 }])).toEqual([
    { conversationId: 'u', version: 8 },
  ]);
});

test('what a colleague did in between, or what did not come back, is not passed over', () => {
  wentBack([{ conversationId: 'w', version: 7 }], {
    changed: [{ conversationId: 'w', version: 8 }],
  });
  wentBack([{ conversationId: 'x', version: 6 }], { changed: [] });
  const kept = [
    { conversationId: 'w', version: 5 },
    { conversationId: 'x', version: 5 },
  ];
  expect(asRestored(kept)).toEqual(kept);
});
