import type { Allowance, ReplyActions } from '@/lib/domain/replies/reply';
import type { PickerReply } from '@/lib/queries/replies/views';
import { statusNames } from '../../thread/status-names';

export const allowanceWords: Record<Allowance, string> = {
  exact: 'Goes out word for word',
  locked: 'Underlined words stay as they are',
  free: 'Can be changed',
};

const intentWords: Readonly<Record<string, string>> = {
  complaint: 'complaints',
  question: 'questions',
  request: 'requests',
  praise: 'praise',
  press: 'the press',
  business: 'business',
  other: 'what has no name',
};

/** How often it was sent for what is asked here, else what it says. */
export function usedOrSaid({ sentFor }: PickerReply, intent: string | null, text: string): string {
  const count = intent === null ? 0 : (sentFor[intent] ?? 0);
  const what = intent === null ? undefined : intentWords[intent];
  if (count === 0 || what === undefined) return text;
  return count === 1 ? `sent once for ${what}` : `sent ${count} times for ${what}`;
}

type Named = readonly { id: string; name: string }[];

/** What is done along with the send. */
export function actionWords(
  { labelIds = [], teamId, status, snoozeHours }: ReplyActions,
  { labels, teams }: { labels: Named; teams: Named },
): string[] {
  const nameOf = (all: Named, id: string) => all.find((one) => one.id === id)?.name;
  const labelled = labelIds.flatMap((id) => nameOf(labels, id) ?? []);
  const team = teamId === undefined ? undefined : nameOf(teams, teamId);
  const hours = snoozeHours === 1 ? '1 hour' : `${snoozeHours ?? 0} hours`;
  const becomes = status === 'snoozed' ? `Snoozes for ${hours}` : status && statusNames[status];
  return [
    ...(labelled.length > 0 ? [`Label ${labelled.join(', ')}`] : []),
    ...(team ? [`Team ${team}`] : []),
    ...(becomes ? [becomes] : []),
  ];
}
