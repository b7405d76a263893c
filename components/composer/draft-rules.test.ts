import { describe, expect, it } from 'vitest';
import {
  draftsAfterReload,
  emptyDrafts,
  givenBack,
  parseDrafts,
  started,
  typed,
  without,
} from './draft-rules';

const key = 'first-key';
const written = typed(emptyDrafts, 'reply', 'On its way.');
const sending = { clientKey: key, revision: 2 };
const underway = started(written, 'reply', sending);

describe('a draft', () => {
  it('leaves the composer free while it is sent, and is kept', () => {
    expect(underway.reply.text).toBe('');
    expect(underway.sending).toEqual([{ mode: 'reply', text: 'On its way.', ...sending }]);
  });

  it('is gone once the server has it', () => {
    expect(without(underway, new Set([key]))).toEqual(emptyDrafts);
  });

  it('comes back under its old key when the server did not take it', () => {
    expect(givenBack(underway, key).reply).toEqual({ text: 'On its way.', clientKey: key });
  });

  it('comes back before what was typed since, as a new message', () => {
    const busy = typed(underway, 'reply', 'And sorry again.');
    expect(givenBack(busy, key).reply).toEqual({
      text: 'On its way.\n\nAnd sorry again.',
      clientKey: null,
    });
  });

  it('becomes a new message when its words change', () => {
    const back = givenBack(underway, key);
    expect(typed(back, 'reply', 'On its way.').reply.clientKey).toBe(key);
    expect(typed(back, 'reply', 'On its way now.').reply.clientKey).toBeNull();
  });

  it('keeps the note apart from the reply', () => {
    const both = typed(written, 'note', 'Check the 12:00 run.');
    expect(started(both, 'note', sending)).toMatchObject({
      reply: { text: 'On its way.' },
      note: { text: '' },
    });
  });

  it('survives a reload, also in the middle of sending', () => {
    expect(draftsAfterReload(JSON.stringify(written)).reply.text).toBe('On its way.');
    expect(draftsAfterReload(JSON.stringify(underway))).toEqual({
      ...emptyDrafts,
      reply: { text: 'On its way.', clientKey: key },
    });
  });

  it('is not offered again after a reload when it had arrived', () => {
    const reloaded = draftsAfterReload(JSON.stringify(underway));
    expect(without(reloaded, new Set([key]))).toEqual(emptyDrafts);
  });

  it('that an older page was sending is known again too', () => {
    const older = { ...emptyDrafts, sending: [{ mode: 'reply', text: 'Yes.', clientKey: key }] };
    expect(draftsAfterReload(JSON.stringify(older)).reply.text).toBe('Yes.');
  });

  it('is left in peace by other tabs while one of them sends it', () => {
    expect(parseDrafts(JSON.stringify(underway))).toEqual(underway);
  });

  it.each(['', '{', 'null', '7', '{"reply":7,"sending":[null,{"mode":"x"}]}'])(
    'is empty when the storage holds %j',
    (stored) => {
      expect(draftsAfterReload(stored)).toEqual(emptyDrafts);
    },
  );
});
