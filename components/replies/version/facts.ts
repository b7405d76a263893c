import type { ReplyActions } from '@/lib/domain/replies/reply';
import type { VersionView } from '@/lib/queries/replies/views';
import { statusNames } from '../../thread/status-names';
import { fullMoment } from '../moment';
import { allowanceWords } from '../words';

type Named = { id: string; name: string };

/** What is needed to tell a version's facts in words. */
export type Names = { labels: readonly Named[]; teams: readonly Named[]; zone: string };

export type Fact = { what: string; said: string };

type Told = Pick<
  VersionView,
  'allowance' | 'media' | 'actions' | 'validFrom' | 'validUntil' | 'reviewBy' | 'risk'
>;

/** All that a version says beside its words; what it leaves to chance is left out. */
export function factsOf(version: Told, names: Names): Fact[] {
  const { allowance, media, actions, validFrom, validUntil, reviewBy, risk } = version;
  const moment = (at: string | null) => (at === null ? '' : fullMoment(at, names.zone));
  return [
    { what: 'Agents may change', said: allowanceWords[allowance].name.toLowerCase() },
    { what: 'Goes along', said: media.map(({ name }) => name).join(', ') },
    { what: 'The conversation', said: alongWords(actions, names) },
    { what: 'In use from', said: moment(validFrom) },
    { what: 'In use until', said: moment(validUntil) },
    { what: 'To be read again by', said: moment(reviewBy) },
    { what: 'Risk', said: risk === 'high' ? 'high: two approve it' : '' },
  ].filter(({ said }) => said !== '');
}

/** What is otherwise in one than in the other, beside the words. */
export function factsThatDiffer(before: Told, after: Told, names: Names) {
  const [was, is] = [factsOf(before, names), factsOf(after, names)];
  const what = [...new Set([...was, ...is].map((fact) => fact.what))];
  const saidIn = (facts: Fact[], name: string) =>
    facts.find((fact) => fact.what === name)?.said ?? 'nothing';
  return what
    .map((name) => ({ what: name, before: saidIn(was, name), after: saidIn(is, name) }))
    .filter(({ before: one, after: other }) => one !== other);
}

function alongWords({ status, snoozeHours, teamId, labelIds = [] }: ReplyActions, names: Names) {
  const nameIn = (all: readonly Named[], id: string) =>
    all.find((each) => each.id === id)?.name ?? 'one that is gone';
  return [
    status === 'snoozed' ? `is snoozed for ${snoozeHours} hours` : null,
    status && status !== 'snoozed' ? `goes to ${statusNames[status].toLowerCase()}` : null,
    teamId ? `is given to ${nameIn(names.teams, teamId)}` : null,
    labelIds.length > 0
      ? `gets ${labelIds.map((id) => nameIn(names.labels, id)).join(', ')}`
      : null,
  ]
    .filter((words) => words !== null)
    .join('; ');
}
