export type Named = { id: string; name: string };

/** A stretch of a text: plain, or the name of one member, or of several who are called the same. */
export type MentionPiece = { text: string; start: number; memberIds: readonly string[] };

const partOfWord = /[\p{L}\p{N}_]/u;

/** A text cut at every "@Name" of these people. The longest name counts: "@Ana Maria" is not "@Ana". */
export function cutAtMentions(text: string, people: readonly Named[]): MentionPiece[] {
  const longestFirst = people.toSorted((a, b) => b.name.length - a.name.length);
  const pieces: MentionPiece[] = [];
  let plainFrom = 0;
  let at = text.indexOf('@');
  while (at !== -1) {
    const name = nameAt(text, at, longestFirst);
    if (name === null) {
      at = text.indexOf('@', at + 1);
      continue;
    }
    const end = at + 1 + name.length;
    if (at > plainFrom) pieces.push(plain(text.slice(plainFrom, at), plainFrom));
    const memberIds = people.filter((one) => one.name === name).map(({ id }) => id);
    pieces.push({ text: text.slice(at, end), start: at, memberIds });
    plainFrom = end;
    at = text.indexOf('@', end);
  }
  if (plainFrom < text.length) pieces.push(plain(text.slice(plainFrom), plainFrom));
  return pieces;
}

function plain(text: string, start: number): MentionPiece {
  return { text, start, memberIds: [] };
}

/** Who is named in a text, each once. */
export function mentionedIn(text: string, people: readonly Named[]): string[] {
  return [...new Set(cutAtMentions(text, people).flatMap(({ memberIds }) => memberIds))];
}

/** What somebody is about to name at the end of a text: "@Ana M" gives "Ana M". Null when they name nobody. */
export function mentionBegun(before: string): string | null {
  const at = before.lastIndexOf('@');
  if (at === -1 || partOfWord.test(before[at - 1] ?? ' ')) return null;
  const query = before.slice(at + 1);
  const tooLong = query.length > 40 || query.includes('\n') || query.startsWith(' ');
  return tooLong ? null : query;
}

/** Those whose name, or a word of it, begins like this; by how early. */
export function peopleLike<Person extends Named>(
  people: readonly Person[],
  query: string,
): Person[] {
  const wanted = folded(query);
  const ranked = people.map((person) => ({ person, rank: rankOf(folded(person.name), wanted) }));
  return ranked
    .filter(({ rank }) => rank !== -1)
    .toSorted((a, b) => a.rank - b.rank || (a.person.name < b.person.name ? -1 : 1))
    .map(({ person }) => person);
}

function rankOf(name: string, wanted: string): number {
  return name.startsWith(wanted) ? 0 : name.indexOf(` ${wanted}`);
}

/** Without accents and case: "zoe" finds "Zoë". */
function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

function nameAt(text: string, at: number, longestFirst: readonly Named[]): string | null {
  if (partOfWord.test(text[at - 1] ?? ' ')) return null;
  const named = longestFirst.find(
    ({ name }) =>
      name !== '' &&
      text.startsWith(name, at + 1) &&
      !partOfWord.test(text[at + 1 + name.length] ?? ' '),
  );
  return named?.name ?? null;
}
