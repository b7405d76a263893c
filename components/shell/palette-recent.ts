const place = 'porchlight:palette';
const mostKept = 12;

/** What was chosen in the palette lately on this browser, the last first. */
export function recentChoices(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

export function rememberChoice(id: string) {
  const next = [id, ...recentChoices().filter((one) => one !== id)].slice(0, mostKept);
  try {
    localStorage.setItem(place, JSON.stringify(next));
  } catch {
    // A browser that keeps nothing only ranks less well.
  }
}
