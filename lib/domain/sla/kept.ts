import type { PausedSpan, RunningSpan } from './cycle';

/** A running span as it is kept; instants as text. */
export type KeptSpan = { from: string; to: string | null; calendarId: string | null };

/** A pause as it is kept. */
export type KeptPause = { from: string; to: string | null; because: PausedSpan['because'] };

/** A span without the calendar's insides. */
export function keptSpan({ from, to, calendar }: RunningSpan): KeptSpan {
  const kept = { from: from.toISOString(), to: to?.toISOString() ?? null };
  return { ...kept, calendarId: calendar?.id ?? null };
}

export function keptPause({ from, to, because }: PausedSpan): KeptPause {
  return { from: from.toISOString(), to: to?.toISOString() ?? null, because };
}
