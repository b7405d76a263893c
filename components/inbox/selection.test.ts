import { describe, expect, it } from 'vitest';
import { extendTo, nothingSelected, stepTo, toggle, within } from './selection';

const order = ['ana', 'ben', 'cyd', 'dov', 'eli'];
const chosen = ({ ids }: { ids: ReadonlySet<string> }) =>
  order.filter((id) => ids.has(id)).join(' ');

describe('choosing conversations', () => {
  it('takes one in and out again', () => {
    const one = toggle(nothingSelected, 'ben');
    expect(chosen(one)).toBe('ben');
    expect(chosen(toggle(one, 'ben'))).toBe('');
  });

  it('reaches from the last chosen one to the one pressed with Shift, in both directions', () => {
    const from = toggle(nothingSelected, 'cyd');
    expect(chosen(extendTo(from, 'eli', order))).toBe('cyd dov eli');
    expect(chosen(extendTo(from, 'ana', order))).toBe('ana ben cyd');
  });

  it('keeps what was chosen elsewhere when a range is added', () => {
    const two = toggle(toggle(nothingSelected, 'ana'), 'dov');
    expect(chosen(extendTo(two, 'eli', order))).toBe('ana dov eli');
  });

  it('begins at the pressed one when nothing was chosen, or its anchor has left the list', () => {
    expect(chosen(extendTo(nothingSelected, 'ben', order))).toBe('ben');
    expect(chosen(extendTo(toggle(nothingSelected, 'gone'), 'ben', order))).toBe('ben');
  });

  it('grows with each step under Shift and gives back on the way home', () => {
    const two = stepTo(nothingSelected, { from: 'ben', to: 'cyd' }, order);
    expect(chosen(two)).toBe('ben cyd');
    const three = stepTo(two, { from: 'cyd', to: 'dov' }, order);
    expect(chosen(three)).toBe('ben cyd dov');
    const home = stepTo(three, { from: 'dov', to: 'cyd' }, order);
    expect(chosen(home)).toBe('ben cyd');
    const alone = stepTo(home, { from: 'cyd', to: 'ben' }, order);
    expect(chosen(alone)).toBe('ben');
    expect(chosen(stepTo(alone, { from: 'ben', to: 'ana' }, order))).toBe('ana ben');
  });

  it('forgets what has left, and is the same when nothing has', () => {
    const two = toggle(toggle(nothingSelected, 'ana'), 'dov');
    expect(chosen(within(two, (id) => id !== 'ana'))).toBe('dov');
    expect(within(two, () => true)).toBe(two);
  });
});
