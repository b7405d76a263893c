type To = (at: number, count: number) => number;

type Key =
  | { does: 'move'; to: To }
  | { does: 'turn'; to: To }
  | { does: 'take' }
  | { does: 'close' };

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

const next: To = (at, count) => (at + 1) % count;
const before: To = (at, count) => (at + count - 1) % count;

const keys: Readonly<Record<string, Key>> = {
  ArrowDown: { does: 'move', to: next },
  ArrowUp: { does: 'move', to: before },
  Home: { does: 'move', to: () => 0 },
  End: { does: 'move', to: (_, count) => count - 1 },
  ArrowRight: { does: 'turn', to: next },
  ArrowLeft: { does: 'turn', to: before },
  Enter: { does: 'take' },
  Tab: { does: 'take' },
  Escape: { does: 'close' },
};

/** What a key does while the picker is open; null for one that goes its usual way. */
export function keyOf(event: Pressed): Key | null {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return null;
  if (!event.altKey) return keys[event.key] ?? null;
  // By its place: with Alt the figure's key writes something else on some keyboards.
  const figure = /^Digit([1-9])$/.exec(event.code)?.[1];
  if (figure === undefined) return null;
  return { does: 'turn', to: (at, count) => (Number(figure) <= count ? Number(figure) - 1 : at) };
}
