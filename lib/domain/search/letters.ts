// The classes of characters that searching knows. The database has the same ones in `porchlight_terms`, and a test
// holds them together.

/** What stands on a letter, or says how to draw it: accents, vowel points, joiners. Words are compared without. */
export const MARKS =
  '\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1-\u05c2\u05c4-\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff\ufe00-\ufe0f\ufeff';

/** What stands between words. */
export const SEPARATORS =
  '\u0000-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u02c2-\u02df\u055a-\u055f\u0589-\u058a\u05be\u05c0\u05c3\u05f3-\u05f4\u060c\u061b-\u061f\u066a-\u066d\u06d4\u0964-\u0965\u0e3f\u0e4f\u0e5a-\u0e5b\u1680\u17d4-\u17da\u2000-\u206f\u207d-\u207e\u20a0-\u20cf\u2190-\u25ff\u27c0-\u27ff\u2900-\u2aff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030\u303d\u30a0\u30fb\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\ufffc-\ufffd';

/** Scripts that write no spaces between words, and pictures: their words are found by pairs of neighbours. */
export const UNSPACED =
  '\u0e01-\u0e3e\u0e40-\u0e4e\u0e50-\u0e59\u0e80-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17d3\u17db-\u17ff\u2600-\u27bf\u2b00-\u2bff\u2e80-\u2fdf\u3005-\u3007\u3021-\u302f\u3031-\u303c\u303e-\u309f\u30a1-\u30fa\u30fc-\u31ff\u3200-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\u{1f000}-\u{1faff}\u{20000}-\u{3ffff}';

/** Letters and digits that are written in two ways, each of the first as its fellow in the second. */
const variants = [
  'øłđðħŧıςىةکی٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹’‘ʼ‐‑‒–—',
  "olddhtiσيهكي01234567890123456789'''-----",
] as const;

/** Each such letter's one form. Katakana reads as hiragana, which stands 96 places before it. */
export function oneForm(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  if (code >= 0x30a1 && code <= 0x30f6) return String.fromCodePoint(code - 96);
  return forms.get(letter) ?? letter;
}

const forms = new Map([
  ...[...variants[0]].map((letter, place) => [letter, [...variants[1]][place] ?? letter] as const),
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
]);
