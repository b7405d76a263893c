type Named = { label: string };

/**
 * What is left of a list when these letters are typed: first what begins with them, then what has a later word that
 * does, then what holds them.
 */
export function matching<Item extends Named>(items: readonly Item[], typed: string): Item[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const [first] = words;
  if (first === undefined) return [...items];
  const rank = (name: string) => {
    if (name.startsWith(first)) return 0;
    return name.split(/\s+/).some((word) => word.startsWith(first)) ? 1 : 2;
  };
  return items
    .map((item) => ({ item, name: plain(item.label) }))
    .filter(({ name }) => words.every((word) => name.includes(word)))
    .sort((a, b) => rank(a.name) - rank(b.name))
    .map(({ item }) => item);
}

/** Without accents and case: nobody types those to find something. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
