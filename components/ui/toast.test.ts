import { expect, test } from 'vitest';
import { undoLast } from '../shell/undo';
import { endToastOf, toast } from './toast';

test('a way back whose time is over is not offered by the key either', () => {
  const done: string[] = [];
  const [first, second] = [() => done.push('first'), () => done.push('second')];
  toast('Closed Ana.', { undo: first });
  toast('Your reply to Ana goes out.', { undo: second });
  endToastOf(second);
  expect(undoLast()?.label).toBe('Closed Ana.');
  expect(undoLast()).toBeNull();
  expect(done).toEqual(['first']);
});
