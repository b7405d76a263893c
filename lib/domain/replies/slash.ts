/** More words than this are a sentence that has a slash in it. */
const mostWords = 3;

/**
 * What is sought when a text ends so: "It /mel" gives "mel", a slash alone gives "". Null where the slash is no
 * beginning of a word, as in a date, an address or "and/or".
 */
export function soughtBySlash(text: string): string | null {
  const sought = /(?:^|\s)\/((?:[^\s/][^\n/]{0,59})?)$/u.exec(text)?.[1];
  if (sought === undefined || sought.trim().split(/\s+/).length > mostWords) return null;
  return sought;
}

/** What has to stand around words that are put into a text, so that they touch nothing. */
export function spaced(
  words: string,
  { before, after }: { before: string; after: string },
): string {
  const gap = words.includes('\n') ? '\n' : ' ';
  const lead = before === '' || /\s$/u.test(before) ? '' : gap;
  const trail = after === '' || /^[\s.,;:!?)]/u.test(after) ? '' : gap;
  return lead + words + trail;
}
