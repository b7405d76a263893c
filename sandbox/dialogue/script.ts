/**
 * A conversation as it was said. Each line begins with `>` (the customer) or `<` (the brand).
 * Words in braces are filled in: {order}, {flavour}, {other}, {town}, {agent}.
 * `waiting` means that the last word is the customer's and wants an answer.
 */
export type Script = {
  to: 'brand' | 'support';
  waiting?: boolean;
  lines: readonly string[];
};
