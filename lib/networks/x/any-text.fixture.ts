import fc from 'fast-check';

/** What a text can hold at worst: any code point, lone surrogates, U+0000, and what X escapes. */
const piece = fc.oneof(
  fc.integer({ min: 0, max: 0x10_ffff }).map((codePoint) => String.fromCodePoint(codePoint)),
  fc.constantFrom('&', '<', '>', '&amp;', '&lt;', '\u0000', '\ud83c', '\udf66', '🍦', ' ', 'a'),
);

export function anyText(maxPieces = 60): fc.Arbitrary<string> {
  return fc.array(piece, { maxLength: maxPieces }).map((pieces) => pieces.join(''));
}
