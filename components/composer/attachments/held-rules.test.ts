import { describe, expect, it } from 'vitest';
import type { Held } from './held-rules';
import {
  alongWith,
  heldAfterReload,
  inComposer,
  isUnderway,
  settled,
  taken,
  toStore,
} from './held-rules';

const file = {
  id: 'f1',
  name: 'scoop.png',
  kind: 'image',
  mimeType: 'image/png',
  size: 10,
  width: 4,
  height: null,
} as const;
const here: Held = {
  key: 'a',
  name: 'scoop.png',
  size: 10,
  progress: 1,
  file,
  problem: null,
  again: false,
  clientKey: null,
};
const coming: Held = { ...here, key: 'b', file: null, progress: 0.4 };
const refused: Held = { ...here, key: 'c', file: null, problem: 'It is a web page.' };

describe('files in the composer', () => {
  it('go along with a message, and what was refused goes away with it', () => {
    const after = taken([here, refused], 'k1');
    expect(after).toEqual([{ ...here, clientKey: 'k1' }]);
    expect(inComposer(after)).toEqual([]);
    expect(alongWith(after, 'k1')).toEqual([
      {
        kind: 'image',
        mimeType: 'image/png',
        name: 'scoop.png',
        size: 10,
        width: 4,
        externalId: 'f1',
        fileId: 'f1',
      },
    ]);
    expect(alongWith(after, 'k2')).toEqual([]);
  });

  it('come back when the server does not have the message, and are gone when it has', () => {
    const after = taken([here], 'k1');
    expect(settled(after, 'k1', false)).toEqual([here]);
    expect(settled(after, 'k1', true)).toEqual([]);
    expect(settled(after, 'k2', true)).toEqual(after);
  });

  it('are under way until they are here or refused', () => {
    expect([here, coming, refused].map(isUnderway)).toEqual([false, true, false]);
  });

  it('are found again by the next page, but for what had not arrived', () => {
    expect(heldAfterReload(toStore([here, coming, refused]))).toEqual([{ ...here, key: 'f1' }]);
    expect(toStore([coming])).toBeNull();
    for (const junk of [null, '', '{', '{}', '[null,1,{"id":1}]']) {
      expect(heldAfterReload(junk)).toEqual([]);
    }
  });
});
