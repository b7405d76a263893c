import { z } from 'zod';

/** A name as a person writes it: one line, nothing that a screen or the database stumbles over. */
export const personName = z
  .string()
  .trim()
  .max(80, 'This name is too long.')
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'A name is one line of letters.');
