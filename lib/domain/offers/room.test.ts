import { describe, expect, it } from 'vitest';
import { isWindowSpent, roomForOffers } from './room';

const quiet = { remaining: 15, limit: 15, repliesWaiting: 0, offersUnderWay: 0 };

describe('how many offers a channel takes on', () => {
  it.each([
    ['a few of a whole window', {}, 3],
    ['fewer while others are under way', { offersUnderWay: 2 }, 1],
    ['none while enough are under way', { offersUnderWay: 4 }, 0],
    ['none beyond half of the window', { remaining: 8 }, 0],
    ['one that is left above the half', { remaining: 9 }, 1],
    ['none instead of replies that wait', { remaining: 10, repliesWaiting: 2 }, 0],
    ['none of a window that takes a single message', { remaining: 1, limit: 1 }, 0],
    ['none when nothing is left', { remaining: 0 }, 0],
  ])('%s', (_, traffic, room) => {
    expect(roomForOffers({ ...quiet, ...traffic })).toBe(room);
  });

  it('is never more than half of what is left', () => {
    for (let remaining = 0; remaining <= 30; remaining += 1) {
      for (let limit = remaining; limit <= 30; limit += 1) {
        const room = roomForOffers({ ...quiet, remaining, limit });
        expect(room).toBeLessThanOrEqual(remaining / 2);
        if (isWindowSpent({ ...quiet, remaining, limit })) expect(room).toBe(0);
      }
    }
  });
});
