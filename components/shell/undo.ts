/** A way back: what it takes back, in words, and how. It answers false when nothing was taken back. */
export type Undo = { label: string; run: () => unknown };

const MOST_KEPT = 50;
let stack: readonly Undo[] = [];

/** Remembers a way back, or calls one that is remembered by its last name. Returns the function that goes it now. */
export function pushUndo(undo: Undo): () => void {
  stack = isKept(undo.run)
    ? stack.map((one) => (one.run === undo.run ? undo : one))
    : [...stack, undo].slice(-MOST_KEPT);
  return () => void go(undo.run);
}

/** Whether this way can still be gone. */
export function isKept(run: Undo['run']): boolean {
  return stack.some((one) => one.run === run);
}

/** Forgets a way that leads nowhere: what it would take back has not come about. */
export function forgetUndo(run: Undo['run']): void {
  stack = stack.filter((one) => one.run !== run);
}

/** Takes the last thing back, and tells whether it `came` back; null when there is nothing left to take back. */
export function undoLast(): (Undo & { came: Promise<boolean> }) | null {
  const last = stack.at(-1);
  return last ? { ...last, came: go(last.run) } : null;
}

/** A way is gone once: what was taken back cannot be taken back again. */
async function go(run: Undo['run']): Promise<boolean> {
  if (!isKept(run)) return false;
  forgetUndo(run);
  return (await run()) !== false;
}
