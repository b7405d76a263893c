import type { ReplyActions } from '@/lib/domain/replies/reply';

type Names = {
  labels: readonly { id: string; name: string }[];
  teams: readonly { id: string; name: string }[];
};

const statusWords = {
  waiting: 'waits for them',
  open: 'stays open',
  resolved: 'closes',
  on_hold: 'is put on hold',
} as const;

/** What approved replies do along with the send, as one sentence's end; empty for nothing. */
export function alongWords(actions: readonly ReplyActions[], { labels, teams }: Names): string {
  const labelIds = [...new Set(actions.flatMap((each) => each.labelIds ?? []))];
  const named = labelIds.flatMap((id) => labels.find((label) => label.id === id)?.name ?? []);
  const teamId = actions.findLast((each) => each.teamId !== undefined)?.teamId;
  const team = teams.find(({ id }) => id === teamId)?.name;
  const last = actions.findLast(({ status }) => status !== undefined);
  return [
    ...(named.length > 0 ? [`labelled ${named.map((name) => `“${name}”`).join(', ')}`] : []),
    ...(team ? [`given to ${team}`] : []),
    ...(last ? [statusOf(last)] : []),
  ].join(', ');
}

function statusOf({ status, snoozeHours = 24 }: ReplyActions): string {
  if (status !== 'snoozed') return status ? statusWords[status] : '';
  return snoozeHours === 1 ? 'snoozed for an hour' : `snoozed for ${snoozeHours} hours`;
}
