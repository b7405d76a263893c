import { describe, expect, it } from 'vitest';
import { deliveryReasons } from './reasons';
import { sentenceFor } from './sentences';

const names = { contact: 'Ana Ribeiro', channel: 'saltedcaramel', network: 'X' };

describe('why a message did not leave', () => {
  it.each(deliveryReasons)('%s has one sentence, one way on, and no shouting', (reason) => {
    const { why, next } = sentenceFor(reason, names);
    for (const sentence of [why, next]) {
      expect(sentence).toMatch(/^[\p{Lu}@].*\.$/u);
      expect(sentence).not.toMatch(/!|undefined|[A-Z]_[A-Z]/);
    }
  });

  it('says each reason in its own words', () => {
    const said = deliveryReasons.map((reason) => sentenceFor(reason, names).why);
    expect(new Set(said).size).toBe(deliveryReasons.length);
  });

  it('names the person and the account it speaks of', () => {
    expect(sentenceFor('RECIPIENT_CLOSED', names).why).toBe(
      'Ana Ribeiro does not take messages from @saltedcaramel.',
    );
  });

  it('offers to change the text only where the text is what was wrong', () => {
    const rewritten = deliveryReasons.filter(
      (reason) => sentenceFor(reason, names).wayOut === 'rewrite',
    );
    expect(rewritten).toEqual(['TEXT_TOO_LONG', 'INVALID_MESSAGE', 'REPLY_RECALLED']);
  });
});
