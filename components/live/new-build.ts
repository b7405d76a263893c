let outdated = false;
const listeners = new Set<() => void>();

/** Whether the server is of another build than this page: parts of it may be gone. */
export function isOutdated(): boolean {
  return outdated;
}

export function onOutdated(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Parts of this page may be gone. */
export function markOutdated() {
  outdated = true;
  for (const listener of listeners) listener();
}

/** A part of the page, or an action, that the server does not have any more. */
export function isOfOldBuild(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return /ChunkLoadError|UnrecognizedActionError|load chunk|imported module|find Server Action/i.test(
    `${error.name} ${error.message}`,
  );
}

/** Remembers what an error says about the build; true when it says so. */
export function noticeOldBuild(error: unknown): boolean {
  // Without a connection nothing can be loaded either.
  const old = navigator.onLine && isOfOldBuild(error);
  if (old) markOutdated();
  return old;
}
