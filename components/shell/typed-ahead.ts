/** What was typed since something was asked for that is not there yet; null when nothing is awaited. */
let typed: string | null = null;
let giveUp: () => void = () => undefined;

/**
 * From now on keys are kept instead of being taken for shortcuts, until what was asked for takes them.
 * `onEscape` hears that it is not wanted any more.
 */
export function keepTyping(onEscape: () => void) {
  typed = '';
  giveUp = onEscape;
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
  if (key === 'Escape') {
    takeTyped();
    giveUp();
  } else if (key === 'Backspace') typed = typed.slice(0, -1);
  else if ([...key].length === 1) typed += key;
  event.preventDefault();
  event.stopPropagation();
}
