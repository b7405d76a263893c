import type { OpenHours } from '@/lib/domain/routing/shift';
import type { Availability } from '@/lib/domain/routing/work';

// What the screens are told of who can take work. Instants are ISO 8601.

/** Somebody who answers, and how they stand. */
export type MemberAttendance = {
  id: string;
  /** What they say; true until `until`, after which they are available. */
  availability: Availability;
  reason: string | null;
  until: string | null;
  /** Since when they say so, and the lead who said it for them. */
  since: string;
  by: string | null;
  /** When a window of theirs was last heard, and whether that is within the grace. */
  seenAt: string | null;
  present: boolean;
  /** Weighted, of what they hold, and how much of it the router may give them. */
  load: number;
  capacity: number;
  skillIds: string[];
  coverId: string | null;
  /** The teams in use in which they sit. */
  teamIds: string[];
};

/** Everybody who can be given work by name, and when their teams are open. */
export type AttendanceView = {
  /** By the database's clock. */
  at: string;
  members: MemberAttendance[];
  /** Of each team in use: null is always open. */
  teams: { id: string; name: string; hours: OpenHours }[];
};

/** A skill, also an archived one: somebody may still have it. */
export type SkillView = { id: string; name: string; archived: boolean; members: number };
