import type { TriageChange } from '@/lib/domain/conversation/triage';

export type BulkNames = {
  label: (id: string) => string;
  team: (id: string) => string;
  member: (id: string) => string;
  time: (at: string) => string;
};

type Words = {
  /** "Close": what the button does. */
  does: string;
  /** "closed already": how those stand that would not change. */
  already: string;
};

const statusWords: Record<Extract<TriageChange, { kind: 'status' }>['status'], Words> = {
  open: { does: 'Reopen', already: 'open already' },
  waiting: { does: 'Set to waiting', already: 'waiting already' },
  on_hold: { does: 'Put on hold', already: 'on hold already' },
  resolved: { does: 'Close', already: 'closed already' },
  spam: { does: 'Move to spam', already: 'in spam already' },
};

/** How a decision about many is named before it is made. */
export function bulkWords(change: TriageChange, names: BulkNames): Words {
  switch (change.kind) {
    case 'status':
      return statusWords[change.status];
    case 'release':
      return { does: 'Release', already: 'not in spam' };
    case 'snooze':
      return { does: `Snooze until ${names.time(change.until)}`, already: 'snoozed until then' };
    case 'priority':
      return { does: `Make ${change.priority}`, already: `${change.priority} already` };
    case 'label': {
      const [added] = change.add;
      const [removed] = change.remove;
      return added === undefined
        ? { does: `Take off “${names.label(removed ?? '')}”`, already: 'without it already' }
        : { does: `Label “${names.label(added)}”`, already: 'so labelled already' };
    }
    case 'team':
      return change.teamId === null
        ? { does: 'Take from the team', already: 'in no team' }
        : { does: `Give to ${names.team(change.teamId)}`, already: 'there already' };
    case 'assign':
      return change.memberId === null
        ? { does: 'Leave to nobody', already: 'nobody’s already' }
        : { does: `Give to ${names.member(change.memberId)}`, already: 'theirs already' };
  }
}

/** "12 conversations", "1 conversation". */
export function conversations(count: number): string {
  return count === 1 ? '1 conversation' : `${count} conversations`;
}
