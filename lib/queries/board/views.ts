import type { Availability } from '@/lib/domain/routing/work';
import type { Intent } from '@/lib/domain/triage/intent';
import type { ConversationRow } from '../inbox/views';

/** A conversation on the board. */
export type BoardCard = ConversationRow & {
  intent: Intent | null;
  /** Whether the router has the word: its owner was given it by the router, or it is for the router to give. */
  routed: boolean;
};

/** What of a member's work is due next. */
export type NextDue = Pick<ConversationRow, 'status' | 'dueAt' | 'riskAt' | 'breachedAt' | 'ring'>;

/** A member as leads see them, with all that they hold, whichever team it is of. */
export type BoardMember = {
  id: string;
  name: string;
  availability: Availability;
  reason: string | null;
  /** When they are available again; null is until they say so. */
  until: string | null;
  /** One of their windows was heard within the minute, by the database's clock. */
  present: boolean;
  seenAt: string | null;
  capacity: number;
  load: number;
  open: number;
  onHold: number;
  waiting: number;
  snoozed: number;
  oldestWaiting: string | null;
  next: NextDue | null;
};

/** What waits to be given out: the most urgent first, at most a hundred; `total` is counted up to a thousand. */
export type BoardQueue = { cards: BoardCard[]; total: number };

export type BoardView = { members: BoardMember[]; queue: BoardQueue };

/** One conversation that a plan would give to somebody else. */
export type PlannedMove = {
  conversationId: string;
  version: number;
  contactName: string;
  from: string | null;
  to: string;
};

/** Who would get what, and how full everybody would be then. Nothing of it has happened. */
export type BoardPlan = {
  moves: PlannedMove[];
  members: { id: string; name: string; capacity: number; load: number; loadAfter: number }[];
  /** How many of those that were to be handed out find nobody with room. */
  left: number;
  /** How many more would move than one plan holds. */
  later: number;
};
