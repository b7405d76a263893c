/**
 * Why the product says no. `unauthenticated` sends the person to sign in, `not_found` also stands for
 * "not yours": from outside the two look the same.
 */
export type RefusalCode =
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'invalid'
  | 'conflict'
  | 'too_many'
  | 'unavailable';

/** A "no" that a person should read. Anything else that is thrown is a bug. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  /** What the screen needs beside the sentence, such as the colleague's messages in a collision. */
  readonly details: Readonly<Record<string, unknown>> | undefined;

  constructor(code: RefusalCode, message: string, details?: Readonly<Record<string, unknown>>) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}

/** A "no" to one field of a form, said at that field. */
export function refusedField(
  field: string,
  message: string,
  code: RefusalCode = 'invalid',
): Refusal {
  return new Refusal(code, message, { fields: { [field]: message } });
}

/** How a refusal travels to the browser. */
export type RefusalView = {
  code: RefusalCode;
  message: string;
  details?: Readonly<Record<string, unknown>>;
};
