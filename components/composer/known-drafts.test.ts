import { describe, expect, it } from 'vitest';
import { isAhead, met, nothingKnown, parseKnown } from './known-drafts';

const known = { revision: 4, text: 'On its way.', spare: '' };

describe('a draft here and the one on the server', () => {
  it('follows the server where nothing new was typed here', () => {
    expect(met('On its way.', known, { body: 'On its way now.', revision: 5 })).toEqual({
      text: 'On its way now.',
      known: { revision: 5, text: 'On its way now.', spare: '' },
    });
  });

  it('appears on a device that has none', () => {
    const { text } = met('', nothingKnown.reply, { body: 'From the train.', revision: 9 });
    expect(text).toBe('From the train.');
  });

  it('is emptied here when it was sent or taken over elsewhere', () => {
    expect(met('On its way.', known, { body: '', revision: 5 }).text).toBe('');
  });

  it('keeps what is being typed, and offers the words that give way to it', () => {
    const after = met('On its way, Ana.', known, { body: 'Gone since noon.', revision: 5 });
    expect(after).toEqual({
      text: 'On its way, Ana.',
      known: { revision: 5, text: 'Gone since noon.', spare: 'Gone since noon.' },
    });
    expect(isAhead(after.text, after.known)).toBe(true);
  });

  it('collects what gave way, so that the second time loses nothing of the first', () => {
    const first = met('Mine.', known, { body: 'Theirs.', revision: 5 });
    const second = met(first.text, first.known, { body: 'Theirs again.', revision: 6 });
    expect(second.known.spare).toBe('Theirs.\n\nTheirs again.');
  });

  it('offers nothing that stands here anyway, nor an emptied draft', () => {
    const longer = 'On its way. Sorry again, Ana.';
    expect(met(longer, known, { body: 'Sorry again', revision: 5 }).known.spare).toBe('');
    expect(met(longer, known, { body: '', revision: 5 }).known.spare).toBe('');
    expect(met(longer, known, { body: 'On its way.', revision: 5 }).known.spare).toBe('');
  });

  it('does not heed what is older than what it knows', () => {
    expect(met('x', known, { body: 'old', revision: 4 })).toEqual({ text: 'x', known });
  });

  it('survives a reload', () => {
    const both = { reply: known, note: { revision: 1, text: '', spare: 'kept' } };
    expect(parseKnown(JSON.stringify(both))).toEqual(both);
  });

  it.each(['', '{', 'null', '7', '{"reply":7}', '{"reply":{"revision":"x","text":1}}'])(
    'knows nothing when the storage holds %j',
    (stored) => {
      expect(parseKnown(stored)).toEqual(nothingKnown);
    },
  );
});
