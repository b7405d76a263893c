/** A line of a list, and on which side of its middle the pointer is. */
export type Beside = { id: string; after: boolean };

/**
 * The ids with one of them moved before or after another. Asked again with the same it changes nothing, whatever
 * the heights of the lines: what was moved never comes to lie so that it would be moved back.
 */
export function placed(ids: readonly string[], id: string, { id: other, after }: Beside): string[] {
  const rest = ids.filter((each) => each !== id);
  const at = rest.indexOf(other);
  if (at < 0 || rest.length === ids.length) return [...ids];
  return rest.toSpliced(at + (after ? 1 : 0), 0, id);
}
