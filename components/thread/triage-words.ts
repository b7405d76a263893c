import type { TriageChange } from '@/lib/domain/conversation/triage';

type Names = {
  /** "Ana Lima", or "12 conversations". */
  what: string;
  member: (id: string) => string;
  team: (id: string) => string;
  /** An instant for a sentence: "Wed 25 Nov, 09:00". */
  time: (at: string) => string;
};

/** What was done, in one sentence for a toast. */
export function doneWords(change: TriageChange, names: Names): string {
  const { what } = names;
  switch (change.kind) {
    case 'status':
      return statusWords[change.status](what);
    case 'release':
      return `Released ${what}.`;
    case 'snooze':
      return `Snoozed ${what} until ${names.time(change.until)}.`;
    case 'priority':
      return `Set ${what} to ${change.priority} priority.`;
    case 'label':
      return `Changed the labels of ${what}.`;
    case 'team':
      return change.teamId === null
        ? `Took ${what} from its team.`
        : `Gave ${what} to ${names.team(change.teamId)}.`;
    case 'assign':
      return change.memberId === null
        ? `Left ${what} to nobody.`
        : `Gave ${what} to ${names.member(change.memberId)}.`;
  }
}

type Left = {
  asked: number;
  refused: number;
  /** Why the first of them was refused. */
  why: string | undefined;
  /** With whom, where one does not have them before one. */
  who: string | null;
  /** In whose conversation the note of a handover waits that was not said. */
  noteWith: string | null;
};

/** What was not done, and what became of what should have been said with it. */
export function leftWords({ asked, refused, why, who, noteWith }: Left): string {
  const left = asked === 1 ? [who, why] : [`${refused} were left`, why];
  const kept = asked === 1 ? 'as a draft' : `as a draft with ${noteWith}`;
  return [
    ...(why === undefined ? [] : [left.filter(Boolean).join(': ')]),
    ...(noteWith === null ? [] : [`Your note is kept ${kept}.`]),
  ].join(' ');
}

/** That closing answers nobody: of so many that were closed, so many still wait. */
export function runsOnWords(closed: number, waiting: number): string {
  if (waiting === 0) return '';
  if (closed === 1) return 'Nobody answered, so the clock runs on.';
  return waiting === 1
    ? 'One of them was not answered: its clock runs on.'
    : `${waiting} of them were not answered: their clocks run on.`;
}

const statusWords: Record<
  Extract<TriageChange, { kind: 'status' }>['status'],
  (what: string) => string
> = {
  open: (what) => `Opened ${what}.`,
  waiting: (what) => `Set ${what} to waiting.`,
  on_hold: (what) => `Put ${what} on hold.`,
  resolved: (what) => `Closed ${what}.`,
  spam: (what) => `Moved ${what} to spam.`,
};
