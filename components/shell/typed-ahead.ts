/** What was typed since something was asked for that is not there yet; null when nothing is awaited. */
let typed: string | null = null;
let giveUp: () => void = () => undefined;
let patience: ReturnType<typeof setTimeout> | undefined;

/** Nobody waits longer; and what never comes holds no key back. */
const PATIENCE_MS = 3_000;

/**
 * From now on what is typed is kept instead of being taken for shortcuts, until what was asked for takes it.
 * `onEscape` hears that it is not wanted any more.
 */
export function keepTyping(onEscape: () => void) {
  typed = '';
  giveUp = onEscape;
  clearTimeout(patience);
  patience = setTimeout(letGo, PATIENCE_MS);
  document.addEventListener('keydown', keep, true);
}

/** The keys go their usual way again; `into` gets what was typed meanwhile. */
export function takeTyped(into?: (text: string) => void) {
  if (typed) into?.(typed);
  typed = null;
  letGo();
}

function letGo() {
  clearTimeout(patience);
  document.removeEventListener('keydown', keep, true);
}

function keep(event: KeyboardEvent) {
  const next = event.isComposing ? null : after(typed ?? '', event);
  if (next === null) return;
  event.preventDefault();
  event.stopPropagation();
  if (event.key === 'Escape') {
    takeTyped();
    giveUp();
  } else typed = next;
}

/** What stands there after a key; null for one that writes nothing, which goes its usual way. */
function after(text: string, event: KeyboardEvent): string | null {
  const { key, ctrlKey, metaKey } = event;
  // AltGr is told as Ctrl and Alt where it is a key that writes.
  if ((ctrlKey || metaKey) && !event.getModifierState('AltGraph')) return null;
  if (key === 'Backspace') return text.slice(0, -1);
  if (key === 'Escape' || key === 'Enter') return text;
  return [...key].length === 1 ? text + key : null;
}
