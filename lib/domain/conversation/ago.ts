const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

const words = new Intl.RelativeTimeFormat('en', { numeric: 'always' });

/** How long ago, for a sentence: "3 minutes ago", or "just now" within ten seconds. */
export function ago(seconds: number): string {
  if (seconds < 10) return 'just now';
  const [unit, length] = units.find(([, size]) => seconds >= size) ?? units[3];
  return words.format(-Math.floor(seconds / length), unit);
}
