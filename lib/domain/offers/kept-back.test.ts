import { describe, expect, it } from 'vitest';
import { deliveryReasons } from '../delivery/reasons';
import { allowReasons, refuseReasons } from '../permissions/reasons';
import { keptBackSentence } from './kept-back';

const names = { contact: 'Ana', channel: 'saltedcaramel', network: 'X' };
const own = ['NO_CODE', 'STOPPED', 'TAKEN_BACK'] as const;

describe('why somebody did not get an offer', () => {
  it.each([...own, ...deliveryReasons, ...refuseReasons, ...allowReasons])(
    '%s is one sentence, without shouting',
    (reason) => {
      const sentence = keptBackSentence(reason, names);
      expect(sentence).toMatch(/^[\p{Lu}@].*[^.]\.$/u);
      expect(sentence).not.toMatch(/!|undefined|[A-Z]_[A-Z]|\. /);
    },
  );
});
