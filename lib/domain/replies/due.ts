import type { VersionState } from './state';

/** What the clock has to know of a version. Instants are ISO 8601. */
export type Timed = {
  state: VersionState;
  scheduled: boolean;
  validFrom: string | null;
  validUntil: string | null;
  reviewBy: string | null;
  /** Of its reminders those up to this instant were told, or are no news any more. */
  remindedFor: string | null;
};

export type ReplyReminder = { at: string; for: 'end' | 'review' };

const DAY_MS = 24 * 60 * 60_000;

/** So many days before its end its owner is told. */
const daysBeforeEnd = [14, 2] as const;

/** When the worker has to look at a version: to publish it, to end it, or to remind of it; null for never. */
export function dueOf(version: Timed): string | null {
  const { state, scheduled, validFrom, validUntil } = version;
  if (state === 'approved' && scheduled) return validFrom;
  if (state !== 'published') return null;
  const next = remindersLeft(version).map(({ at }) => at);
  if (validUntil !== null) next.push(validUntil);
  return next.toSorted()[0] ?? null;
}

/** What its owner is to be told by now, each kind once however late it is. */
export function remindersDue(version: Timed, now: string): ReplyReminder['for'][] {
  const due = remindersLeft(version).filter(({ at }) => at <= now);
  return [...new Set(due.map((reminder) => reminder.for))];
}

/** In the order of time. */
function remindersLeft({ state, validUntil, reviewBy, remindedFor }: Timed): ReplyReminder[] {
  if (state !== 'published') return [];
  const all: ReplyReminder[] = [];
  if (validUntil !== null) {
    for (const days of daysBeforeEnd) {
      all.push({ at: iso(Date.parse(validUntil) - days * DAY_MS), for: 'end' });
    }
  }
  if (reviewBy !== null) all.push({ at: reviewBy, for: 'review' });
  return all
    .filter(({ at }) => remindedFor === null || at > remindedFor)
    .toSorted((a, b) => a.at.localeCompare(b.at));
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
