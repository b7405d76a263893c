import { describe, expect, it } from 'vitest';
import { allowReasons, refuseReasons } from './reasons';
import { sentenceOf } from './sentences';

const names = { contact: 'Ana Ribeiro', channel: 'saltedcaramel', network: 'X' };
const all = [...allowReasons, ...refuseReasons];

describe('why somebody may be written to, or not', () => {
  it.each(all)('%s is one sentence, without shouting', (reason) => {
    const sentence = sentenceOf(reason, names);
    expect(sentence).toMatch(/^[\p{Lu}@].*[^.]\.$/u);
    expect(sentence).not.toMatch(/!|undefined|[A-Z]_[A-Z]|\. /);
  });

  it('says each in its own words', () => {
    expect(new Set(all.map((reason) => sentenceOf(reason, names))).size).toBe(all.length);
  });
});
