import { describe, expect, it } from 'vitest';
import { moved } from './reorder';

const first = { id: 'a', position: 0 };
const last = { id: 'c', position: 2 };
const kind = [first, { id: 'b', position: 1 }, last];

describe('the order of saved views', () => {
  it('changes two places with each other and leaves the rest', () => {
    expect(moved(kind, last, -1)).toEqual([
      { id: 'c', position: 1 },
      { id: 'b', position: 2 },
    ]);
  });

  it('ends at the ends', () => {
    expect(moved(kind, first, -1)).toEqual([]);
    expect(moved(kind, last, 1)).toEqual([]);
  });

  it('numbers anew where several stood at the same place', () => {
    const same = kind.map(({ id }) => ({ id, position: 0 }));
    expect(moved(same, { id: 'c', position: 0 }, -1)).toEqual([
      { id: 'c', position: 1 },
      { id: 'b', position: 2 },
    ]);
  });
});
