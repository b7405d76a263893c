/** Which conversations are chosen, and from where a range grows. */
export type Selection = { ids: ReadonlySet<string>; anchor: string | null };

export const nothingSelected: Selection = { ids: new Set(), anchor: null };

/** Takes one in or out; a range grows from here. */
export function toggle({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/** Everything between the anchor and `id`, both included, beside what was already chosen. */
export function extendTo(
  { ids, anchor }: Selection,
  id: string,
  order: readonly string[],
): Selection {
  const to = order.indexOf(id);
  if (to < 0) return { ids, anchor };
  const from = anchor === null ? -1 : order.indexOf(anchor);
  if (from < 0) return { ids: new Set([...ids, id]), anchor: id };
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...ids, ...range]), anchor };
}

/** One step with Shift: grows away from the anchor, and gives back on the way home. */
export function stepTo(
  { ids, anchor }: Selection,
  { from, to }: { from: string; to: string },
  order: readonly string[],
): Selection {
  const start = anchor !== null && ids.has(anchor) ? order.indexOf(anchor) : -1;
  if (start < 0) return { ids: new Set([...ids, from, to]), anchor: from };
  const [was, will] = [order.indexOf(from), order.indexOf(to)];
  const comesHome = Math.abs(will - start) < Math.abs(was - start);
  const next = new Set(ids);
  if (comesHome) next.delete(from);
  else next.add(to);
  return { ids: next, anchor };
}

/** What is chosen and no longer there is forgotten. The same object where nothing changed. */
export function within(selection: Selection, there: (id: string) => boolean): Selection {
  const ids = [...selection.ids].filter(there);
  if (ids.length === selection.ids.size) return selection;
  return { ids: new Set(ids), anchor: selection.anchor };
}
