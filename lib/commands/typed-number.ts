import { z } from 'zod';

type Range = { least: number; most: number; said: string };

/** A whole number as it was typed into a field; `said` is what is said about anything else. */
export function wholeNumber({ least, most, said }: Range) {
  return z
    .string()
    .trim()
    .regex(/^\d{1,6}$/, said)
    .transform(Number)
    .pipe(z.number().min(least, said).max(most, said));
}

/** The same with up to two decimals, after a point or a comma. */
export function decimalNumber({ least, most, said }: Range) {
  return z
    .string()
    .trim()
    .regex(/^\d{1,6}(?:[.,]\d{1,2})?$/, said)
    .transform((typed) => Number(typed.replace(',', '.')))
    .pipe(z.number().min(least, said).max(most, said));
}
