import type { OpenHours } from './shift';
import { openingAfter } from './shift';
import type { Availability } from './work';

/** A usual way to say that one gets no work for now. */
export type Preset = { id: string; label: string; reason: string | null; until: string | null };

type Day = {
  now: number;
  /** The hours of all one's teams. */
  hours: OpenHours;
  /** The midnight that ends today, and nine in the morning after it, by the person's own clock. */
  tomorrow: number;
  nineTomorrow: string;
};

const MINUTE_MS = 60_000;

/** What is offered for each state, the shortest first. Back on another day is when one's team opens, else at nine. */
export function presetsFor(availability: Availability, day: Day): Preset[] {
  const soon = (id: string, reason: string, minutes: number): Preset => ({
    id,
    label: `${reason}, ${minutes === 60 ? '1 hour' : `${minutes} min`}`,
    reason,
    until: new Date(
      Math.ceil((day.now + minutes * MINUTE_MS) / MINUTE_MS) * MINUTE_MS,
    ).toISOString(),
  });
  const opens = openingAfter(day.hours, day.tomorrow);
  const back: Preset = {
    id: 'back',
    label: opens === null ? 'Back tomorrow' : 'Back when my team opens',
    reason: null,
    until: opens ?? day.nineTomorrow,
  };
  const open: Preset = { id: 'open', label: 'Until I say so', reason: null, until: null };
  return {
    available: [],
    busy: [soon('meeting', 'Meeting', 30), soon('long-meeting', 'Meeting', 60), open],
    away: [soon('break', 'Break', 15), soon('lunch', 'Lunch', 45), back, open],
    offline: [back, open],
  }[availability];
}
