import { z } from 'zod';

const MOST_LETTERS = 60;

/**
 * The name of something that people call by it: one line, in one spelling of its letters and with single
 * spaces, so that two names that look the same are the same.
 */
export function shortName(whenMissing: string) {
  return z
    .string()
    .max(1000, 'This name is too long.')
    .transform((name) => name.normalize('NFC').replace(/\s+/gu, ' ').trim())
    .pipe(
      z
        .string()
        .min(1, whenMissing)
        .max(MOST_LETTERS, `Use at most ${MOST_LETTERS} letters.`)
        .regex(/^[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]*$/u, 'A name is one line of letters.'),
    );
}
