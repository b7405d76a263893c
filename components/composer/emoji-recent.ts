const key = 'emoji-recent';
const mostKept = 16;

/** Those used last on this device, newest first. */
export function recentEmoji(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

export function rememberEmoji(emoji: string) {
  const kept = [emoji, ...recentEmoji().filter((one) => one !== emoji)].slice(0, mostKept);
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // A browser that stores nothing forgets them.
  }
}
