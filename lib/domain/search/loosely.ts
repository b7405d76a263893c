/** Without accents, case and signs: as a text is compared with what somebody types to find it. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@]+/gu, ' ')
    .trim();
}

/**
 * How many letters stand between those that are sought, in their order: "mkun" finds "mark unread". Null where they
 * are not all there, or with more between them than anybody means.
 */
export function gapsBetween(sought: string, given: string): number | null {
  const letters = [...sought].filter((letter) => letter !== ' ');
  if (letters.length < 2) return null;
  let at = -1;
  let gaps = 0;
  for (const letter of letters) {
    const next = given.indexOf(letter, at + 1);
    if (next < 0) return null;
    gaps += at < 0 ? 0 : next - at - 1;
    at = next;
  }
  return gaps > letters.length * 3 ? null : gaps;
}
