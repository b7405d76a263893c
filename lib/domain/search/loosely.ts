const ascii = /^[\0-\x7f]*$/;

/** Without accents, case and signs: as a text is compared with what somebody types to find it. */
export function plainWords(text: string): string {
  if (ascii.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9@]+/g, ' ')
      .trim();
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@]+/gu, ' ')
    .trim();
}

/** The letters of what is sought, for whoever looks for them in many texts. */
export function lettersOf(sought: string): string[] {
  return [...sought].filter((letter) => letter !== ' ');
}

/**
 * How many letters stand between those that are sought, in their order: "mkun" finds "mark unread". Null where they
 * are not all there, or with more between them than anybody means.
 */
export function gapsAmong(letters: readonly string[], given: string): number | null {
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
