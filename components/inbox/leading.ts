/**
 * Remembers where the person is. Answers later whether they may be led elsewhere: they are still there
 * and write nothing. Until an answer came they may have begun something else.
 */
export function mayLead(): () => boolean {
  const from = window.location.pathname;
  return () => window.location.pathname === from && !isWriting();
}

/** The cursor is in a field that says something: one that is empty loses nothing. */
export function isWriting(): boolean {
  const active: Writable | null = document.activeElement;
  return active !== null && textFields.includes(active.tagName) && Boolean(active.value);
}

type Writable = Pick<Element, 'tagName'> & { value?: string };
const textFields: readonly string[] = ['TEXTAREA', 'INPUT'];
