/** What was typed since a text field was asked for that is not there yet; null when none is awaited. */
let typed: string | null = null;

/** From now on letters are kept instead of being taken for shortcuts, until the field takes them. */
export function keepTyping() {
  typed = '';
  document.addEventListener('keydown', keep, true);
}

/** The keys go their usual way again; `into` gets what was typed meanwhile. */
export function takeTyped(into?: (text: string) => void) {
  if (typed) into?.(typed);
  typed = null;
  document.removeEventListener('keydown', keep, true);
}

function keep(event: KeyboardEvent) {
  const { key, ctrlKey, metaKey, isComposing } = event;
  if (typed === null || isComposing || ctrlKey || metaKey) return;
  if (key === 'Backspace') typed = typed.slice(0, -1);
  else if ([...key].length === 1) typed += key;
  event.preventDefault();
  event.stopPropagation();
}
