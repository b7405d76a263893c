/** How long something took, in two units at most: "under a minute", "12 min", "3 h 20 min", "2 d 4 h". */
export function timeTaken(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes < 1) return 'under 1 min';
  const hours = Math.floor(minutes / 60);
  if (hours < 1) return `${minutes} min`;
  if (hours < 24) return joined(`${hours} h`, minutes % 60, 'min');
  return joined(`${Math.floor(hours / 24)} d`, hours % 24, 'h');
}

function joined(first: string, rest: number, unit: string): string {
  return rest === 0 ? first : `${first} ${rest} ${unit}`;
}

/** "42 %" of a whole; null of nothing. */
export function share(part: number, whole: number): string | null {
  return whole === 0 ? null : `${Math.round((part / whole) * 100)} %`;
}
