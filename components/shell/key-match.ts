/** How long the first key of a sequence waits for the second. */
export const SEQUENCE_MS = 1_000;

type Binding = { keys: readonly string[]; whileTyping?: true; repeats?: true };

/** The first key of a sequence, and what may follow it. */
export type Held<Name> = { key: string; next: { key: string; name: Name }[] };

/** What of a key press is looked at. */
export type Press = Pick<
  KeyboardEvent,
  | 'key'
  | 'code'
  | 'shiftKey'
  | 'ctrlKey'
  | 'metaKey'
  | 'altKey'
  | 'repeat'
  | 'isComposing'
  | 'defaultPrevented'
  | 'target'
> & { preventDefault: () => void; getModifierState?: (key: string) => boolean };

type Options<Name extends string> = {
  table: Record<Name, Binding>;
  /** The actions that mean something now; the others leave their keys to the browser. */
  names: () => readonly Name[];
  mac: boolean;
  onPending: (held: Held<Name> | null) => void;
};

/** Turns key presses into names of actions, sequences included. */
export function createKeys<Name extends string>({ table, names, mac, onPending }: Options<Name>) {
  let held: Held<Name> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function hold(next: Held<Name> | null) {
    clearTimeout(timer);
    if (next) timer = setTimeout(() => hold(null), SEQUENCE_MS);
    if (next === held) return;
    held = next;
    onPending(next);
  }

  function press(event: Press): Name | null {
    const chord = chordOf(event, mac);
    if (chord === null || isElsewhere(chord, event)) return null;
    const before = held;
    hold(null);
    return before && isSecond(chord, event) ? second(before, chord, event) : first(chord, event);
  }

  function first(chord: string, event: Press): Name | null {
    const name = names().find((candidate) => isMeant(table[candidate], chord, event));
    if (name) event.preventDefault();
    else if (!(event.repeat || isTyping(event.target))) begin(chord);
    return name ?? null;
  }

  function begin(chord: string) {
    const next = following(chord);
    if (next.length > 0) hold({ key: chord, next });
  }

  function following(chord: string) {
    return names().flatMap((name) =>
      table[name].keys.flatMap((keys) => {
        const [first, second] = keys.split(' ');
        return first === chord && second ? [{ key: second, name }] : [];
      }),
    );
  }

  return { press, stop: () => hold(null) };
}

/** Whatever sign comes second belongs to the sequence: "g e" must not close a conversation. */
function isSecond(chord: string, { target }: Press): boolean {
  return (chord.length === 1 || chord === 'Escape') && !isTyping(target);
}

function second<Name>({ next }: Held<Name>, chord: string, event: Press): Name | null {
  event.preventDefault();
  return next.find(({ key }) => key === chord)?.name ?? null;
}

function isMeant(binding: Binding, chord: string, event: Press): boolean {
  if (!binding.keys.includes(chord)) return false;
  if (event.repeat && !binding.repeats) return false;
  if (isTyping(event.target)) return binding.whileTyping === true;
  return !(chord === 'Enter' && isPressable(event.target));
}

const alone = ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Process', 'Dead'];

/** "j", "shift+j", "mod+k", "?": null for what is not ours to take. */
export function chordOf(event: Press, mac: boolean): string | null {
  if (event.defaultPrevented || event.isComposing || alone.includes(event.key)) return null;
  const key = keyOf(event);
  const letter = /^[a-z]$/.test(key);
  const [mod, other] = mac ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey];
  // Where "/" or "!" needs AltGr, the system says Ctrl and Alt as well.
  if (!letter && key.length === 1 && event.getModifierState?.('AltGraph')) return key;
  if (other || event.altKey) return null;
  // Which signs need Shift differs from one keyboard to the next: only the sign counts.
  const shift = event.shiftKey && (letter || key.length > 1) ? 'shift+' : '';
  return `${shift}${mod ? 'mod+' : ''}${key}`;
}

/** The letter on the key cap where the keyboard writes another script; caps lock changes nothing. */
function keyOf({ key, code }: Press): string {
  if (key.length > 1) return key;
  const place = /^Key([A-Z])$/.exec(code)?.[1];
  if (place && /\p{L}/u.test(key) && !/\p{Script=Latin}/u.test(key)) return place.toLowerCase();
  return key.toLowerCase();
}

/** Something else has the keyboard: a dialog, an open panel, a menu. */
function isElsewhere(chord: string, { target }: Press): boolean {
  if (typeof document === 'undefined') return false;
  if (document.querySelector('dialog[open]')) return true;
  if (chord.includes('mod+')) return false;
  if (document.querySelector('[popover]:popover-open')) return true;
  return isElement(target) && target.closest('[role=menu], [role=listbox]') !== null;
}

const textFields =
  'textarea, select, [contenteditable]:not([contenteditable=false]), input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=range], [type=color], [type=file])';

function isTyping(target: EventTarget | null): boolean {
  return isElement(target) && target.matches(textFields);
}

function isPressable(target: EventTarget | null): boolean {
  return isElement(target) && target.closest('a, button, summary, label, input') !== null;
}

function isElement(target: EventTarget | null): target is Element {
  return typeof Element !== 'undefined' && target instanceof Element;
}
