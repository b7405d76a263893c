import type { Role } from '../access/can';
import { can } from '../access/can';
import type { Priority, Status } from './conversation';

/** Where triage has put a conversation: all that it can change, and that an undo brings back. */
export type Triaged = {
  status: Status;
  /** Null unless it is snoozed. */
  snoozedUntil: string | null;
  priority: Priority;
  labelIds: readonly string[];
  teamId: string | null;
  ownerId: string | null;
};

/** The statuses that a person may choose; a snooze needs its time. */
export const chosenStatuses = ['open', 'waiting', 'on_hold', 'resolved', 'spam'] as const;
export type ChosenStatus = (typeof chosenStatuses)[number];

/** One decision about any number of conversations. */
export type TriageChange =
  | { kind: 'status'; status: ChosenStatus }
  /** Out of spam; what is not in it stays as it is. */
  | { kind: 'release' }
  | { kind: 'snooze'; until: string }
  | { kind: 'priority'; priority: Priority }
  | { kind: 'label'; add: readonly string[]; remove: readonly string[] }
  | { kind: 'team'; teamId: string | null }
  | { kind: 'assign'; memberId: string | null };

export type TriageActor = { memberId: string; roles: readonly Role[] };

/** What a decision leaves: the new place, or the sentence that says why not. */
export type Triage =
  | { ok: true; after: Triaged }
  | { ok: false; code: 'forbidden' | 'invalid' | 'conflict'; why: string };

const DAY_MS = 86_400_000;
/** Longer is forgotten, not put off. */
export const LONGEST_SNOOZE_MS = 366 * DAY_MS;
export const MOST_LABELS = 20;

/** Out of sight until something happens: whatever a customer wrote must have been seen before. */
export function isAsleep(status: Status): boolean {
  return status === 'waiting' || status === 'snoozed' || status === 'resolved';
}

/** Decides a change. `now` in epoch milliseconds; whoever asks holds `conversation.triage` already. */
export function triage(
  before: Triaged,
  change: TriageChange,
  { actor, now }: { actor: TriageActor; now: number },
): Triage {
  switch (change.kind) {
    case 'status':
      return withStatus(before, change.status, null);
    case 'release':
      return before.status === 'spam' ? withStatus(before, 'open', null) : done(before);
    case 'snooze': {
      const wrong = whyNotUntil(Date.parse(change.until), now);
      return wrong
        ? { ok: false, code: 'invalid', why: wrong }
        : withStatus(before, 'snoozed', change.until);
    }
    case 'priority':
      return done({ ...before, priority: change.priority });
    case 'label':
      return labelled(before, change);
    case 'team':
      return done({ ...before, teamId: change.teamId });
    case 'assign':
      return given(before, change.memberId, actor);
  }
}

/** Only what differs: what an undo of a change has to bring back. */
export function differences(before: Triaged, after: Triaged): Partial<Triaged> {
  return Object.fromEntries(
    triagedKeys.filter((key) => !isSame(before[key], after[key])).map((key) => [key, before[key]]),
  );
}

/** The last time a conversation changed hands: who did it, and whose it was before. */
export type Handover = { by: string | null; from: string | null };

/**
 * Takes a change back; that nothing came in between, the version says. Without the right to assign one
 * takes back only one's own handover: `last`.
 */
export function undone(
  current: Triaged,
  before: Partial<Triaged>,
  { actor, now, last }: { actor: TriageActor; now: number; last: Handover | null },
): Triage {
  const after = { ...current, ...before };
  if (after.status !== 'snoozed') after.snoozedUntil = null;
  if (after.status === 'snoozed' && whyNotUntil(Date.parse(after.snoozedUntil ?? ''), now)) {
    return { ok: false, code: 'conflict', why: 'The time it was snoozed until has passed.' };
  }
  const handsBack = last?.by === actor.memberId && last.from === after.ownerId;
  const may = after.ownerId === current.ownerId || handsBack || can(actor, 'conversation.assign');
  return may ? done(after) : notYours;
}

/** Whether a person may move a conversation from one owner to another. */
export function mayGive(actor: TriageActor, from: string | null, to: string | null): boolean {
  if (from === to || from === actor.memberId) return true;
  if (to !== actor.memberId) return can(actor, 'conversation.assign');
  return can(actor, from === null ? 'conversation.claim' : 'conversation.takeOver');
}

const triagedKeys = [
  'status',
  'snoozedUntil',
  'priority',
  'labelIds',
  'teamId',
  'ownerId',
] as const satisfies (keyof Triaged)[];

function isSame(one: Triaged[keyof Triaged], other: Triaged[keyof Triaged]): boolean {
  if (typeof one === 'string' || typeof other === 'string' || !one || !other) return one === other;
  return one.length === other.length && one.every((id) => other.includes(id));
}

function done(after: Triaged): Triage {
  return { ok: true, after };
}

function withStatus(before: Triaged, status: Status, snoozedUntil: string | null): Triage {
  // Spam is let out first: nobody puts off, or waits for, what nobody wants.
  if (before.status === 'spam' && status !== 'open' && status !== 'resolved' && status !== 'spam') {
    return { ok: false, code: 'conflict', why: 'This is spam. Take it out of spam first.' };
  }
  return done({ ...before, status, snoozedUntil });
}

function whyNotUntil(until: number, now: number): string | null {
  if (!(until > now)) return 'This time has passed. Choose a later one.';
  return until > now + LONGEST_SNOOZE_MS ? 'A snooze can last a year at most.' : null;
}

function labelled(
  before: Triaged,
  { add, remove }: Extract<TriageChange, { kind: 'label' }>,
): Triage {
  const kept = before.labelIds.filter((id) => !remove.includes(id));
  const labelIds = [...new Set([...kept, ...add])];
  return labelIds.length > MOST_LABELS && labelIds.length > before.labelIds.length
    ? { ok: false, code: 'invalid', why: `A conversation takes ${MOST_LABELS} labels at most.` }
    : done({ ...before, labelIds });
}

function given(before: Triaged, memberId: string | null, actor: TriageActor): Triage {
  if (!mayGive(actor, before.ownerId, memberId)) return notYours;
  const closed = before.status === 'resolved' || before.status === 'spam';
  if (closed && memberId !== null && memberId !== before.ownerId) {
    return {
      ok: false,
      code: 'conflict',
      why: 'This conversation is closed. Reopen it, then give it to somebody.',
    };
  }
  return done({ ...before, ownerId: memberId });
}

const notYours: Triage = {
  ok: false,
  code: 'forbidden',
  why: 'Only leads give away what a colleague has.',
};
