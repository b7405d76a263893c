const mostKept = 60;

/** What a tab of this browser has told already, so that no other one does. */
export function toldBefore(place: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : [];
  } catch {
    return [];
  }
}

export function rememberTold(place: string, keys: readonly string[]) {
  try {
    localStorage.setItem(place, JSON.stringify(keys.slice(0, mostKept)));
  } catch {
    // Then each tab tells for itself.
  }
}
