import type { ShortcutName } from './shortcuts';
import { shortcuts } from './shortcuts';

/** The keys of an action as a machine's keyboard names them. */
export function keyNames(name: ShortcutName, mac: boolean): string[] {
  return shortcuts[name].keys.map((key) =>
    key
      .replace('shift+', mac ? '⇧' : 'Shift ')
      .replace('mod+', mac ? '⌘' : 'Ctrl ')
      .replace('Enter', '↵')
      .replace('Escape', 'Esc'),
  );
}
