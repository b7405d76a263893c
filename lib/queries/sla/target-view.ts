import type { Priority } from '@/lib/domain/conversation/conversation';
import type { PausedSpan } from '@/lib/domain/sla/cycle';
import type { TargetOutcome } from '@/lib/domain/sla/evaluate';
import type { Metric } from '@/lib/domain/sla/policy';
import type { Ring } from '@/lib/domain/sla/ring';

/** The promises of a conversation's visit: those that run first, then what became of the others, the newest first. */
export type TargetsView = {
  targets: TargetView[];
  /** The calendars by which they were measured, by the id of their version. */
  calendars: Record<string, CalendarName>;
  /** By the database's clock; what was measured of what runs is as of then. */
  asOf: string;
};

export type CalendarName = { name: string; no: number; timeZone: string };

/** One promise, and how its due time came about. Seconds are those of its own clock. */
export type TargetView = {
  id: string;
  metric: Metric;
  cycle: number;
  /** Nobody has fulfilled it yet, and it is still owed. */
  running: boolean;
  outcome: TargetOutcome;
  /** What was promised: by which version of which policy, for how urgent a conversation. */
  policy: { name: string; no: number };
  priority: Priority;
  seconds: number;
  /** Null is round the clock. */
  calendarId: string | null;
  startedAt: string;
  /** It counts from a complaint in public. */
  fromPublic: boolean;
  /** When the network told us of the message that it began with; null when that was within two minutes. */
  heardAt: string | null;
  teamId: string | null;
  dueAt: string | null;
  riskAt: string | null;
  breachedAt: string | null;
  metAt: string | null;
  endedAt: string | null;
  elapsedSeconds: number;
  overrunSeconds: number;
  /** Since when it stands, and because of what; null when it does not. */
  stands: { since: string; because: PausedSpan['because'] } | null;
  /** Of one that runs. */
  ring: Ring | null;
  working: WorkingLine[];
};

/** As `WorkingStep`, with instants as text. */
export type WorkingLine =
  | { kind: 'clock'; at: string; calendarId: string | null }
  | { kind: 'ran' | 'earlier'; from: string; to: string; seconds: number; sum: number }
  | { kind: 'closed'; from: string; to: string }
  | { kind: 'stood'; from: string; to: string | null; because: PausedSpan['because'] };
