import { expect, test } from 'vitest';
import type { Basket } from './held';
import { dropHeld, heldIn, onLeft, putBack, putHeld, settleHeld, takeHeld } from './held';
import type { Uploaded } from './held-rules';
import { asHeld } from './held-rules';

const left: string[] = [];
onLeft((key) => left.push(key));

const file = (id: string): Uploaded => ({
  id,
  name: `${id}.png`,
  kind: 'image',
  mimeType: 'image/png',
  size: 9,
  width: null,
  height: null,
});

function aBasket(name: string, ...ids: string[]): Basket {
  const basket: Basket = `${name}:reply`;
  for (const id of ids) putHeld(basket, { ...asHeld(file(id)), key: `key of ${id}` });
  left.length = 0;
  return basket;
}

test('what is sent leaves when the server has it, and not when it comes back', () => {
  const basket = aBasket('sent', 'a', 'b');
  takeHeld(basket, 'first');
  expect(left).toEqual([]);
  settleHeld(basket, 'first', { ok: false, refusal: { code: 'unavailable', message: 'No.' } });
  expect(left).toEqual([]);
  takeHeld(basket, 'first');
  settleHeld(basket, 'first', { ok: true, value: null });
  expect(left).toEqual(['key of a', 'key of b']);
});

test('what was refused leaves when the next message goes without it', () => {
  const basket = aBasket('refused', 'a');
  putHeld(basket, { ...asHeld(file('b')), key: 'key of b', file: null, problem: 'Too large.' });
  takeHeld(basket, 'first');
  expect(left).toEqual(['key of b']);
});

test('what the thread shows leaves; what is put back does not', () => {
  const basket = aBasket('shown', 'a');
  dropHeld(basket, (held) => held.file?.id === 'a');
  expect(left).toEqual(['key of a']);
  putBack(basket, [file('a')]);
  expect(heldIn(basket).map(({ key }) => key)).toEqual(['a']);
  expect(left).toEqual(['key of a']);
});
