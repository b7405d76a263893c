/** "Friday 4 December at 16:45" by the clocks of a zone. */
export function momentIn(zone: string, at: Date): string {
  const day = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(at);
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
  return `${day.replace(',', '')} at ${clock}`;
}

/** The date in a zone, "YYYY-MM-DD"; in UTC when there is no such zone. */
export function dateIn(zone: string, now: number): string {
  try {
    const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
    return new Intl.DateTimeFormat('en-CA', { timeZone: zone, ...parts }).format(new Date(now));
  } catch {
    return new Date(now).toISOString().slice(0, 10);
  }
}

/** "Fri 25 December 2026". */
export function dateInWords(date: string): string {
  const day = { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const words = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...day });
  return words.format(new Date(`${date}T00:00:00Z`)).replace(',', '');
}
