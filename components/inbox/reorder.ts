type Placed = { id: string; position: number };

/** What must be written so that one stands a place higher or lower among its kind. */
export function moved(kind: readonly Placed[], one: Placed, by: 1 | -1): Placed[] {
  const at = kind.findIndex(({ id }) => id === one.id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= kind.length) return [];
  const order = kind.toSpliced(at, 1).toSpliced(to, 0, one);
  return order
    .map(({ id }, position) => ({ id, position }))
    .filter(({ id, position }) => kind.find((other) => other.id === id)?.position !== position);
}
