import { coverageOf, gapName } from '@/lib/domain/readiness/coverage';
import type { Measured, ReadinessKey } from '@/lib/domain/readiness/readiness';
import { fewestMessages } from '@/lib/domain/readiness/readiness';
import type { ReadinessView } from '@/lib/queries/door/readiness';
import { coverageSentence } from '../replies/coverage/words';

/** What is asked, and where one would mend it. */
export const questions: Record<ReadinessKey, { asks: string; href: string; place: string }> = {
  people: {
    asks: 'People are there in the hours in which messages come in',
    href: '/settings/members',
    place: 'Members',
  },
  routing: {
    asks: 'Every team is given its work, and nobody has more than they can hold',
    href: '/inbox/unassigned',
    place: 'Unassigned',
  },
  targets: {
    asks: 'There are targets for responses, and they are met',
    href: '/settings/promises',
    place: 'SLA policies',
  },
  replies: {
    asks: 'What people write about most has an approved reply',
    href: '/replies/coverage',
    place: 'Coverage',
  },
  spam: { asks: 'Spam is kept out of the queue', href: '/inbox/spam', place: 'Spam' },
};

/** What the answer rests on, a sentence each. */
export const evidence: Record<ReadinessKey, (view: ReadinessView) => string[]> = {
  people: ({ measured }) => peopleWords(measured),
  routing: ({ measured: { routing }, desks }) => [
    ...(routing
      ? [
          `${routing.teamsWithout} of ${routing.teams} teams are given no work; ${many(routing.overCapacity, 'person', 'people')} over capacity.`,
        ]
      : ['Porchlight does not give out work or know a capacity yet.']),
    desks.members === 0
      ? 'Nobody holds an open conversation now.'
      : `${many(desks.members, 'person holds', 'people hold')} ${many(desks.held, 'open conversation', 'open conversations')} now, at most ${desks.fullest} each.`,
    `In ${many(desks.unowned, 'conversation', 'conversations')} somebody waits and nobody has claimed it.`,
  ],
  targets: ({ measured: { targets }, answers }) => [targetWords(targets), ...answerWords(answers)],
  replies: ({ measured: { replies }, subjects }) => [
    replies ? coverageSentence(replies, 30) : 'Nobody has counted it yet.',
    ...(subjects.length > 0
      ? [`Most frequent in the last 30 days, by label: ${subjects.map(subjectWords).join(', ')}.`]
      : []),
  ],
  spam: ({ measured: { spam: rule }, spam }) => [
    rule
      ? `Automatic spam handling is ${rule.isOn ? 'on' : 'off'}.`
      : 'Porchlight does not sort out spam by itself yet; the team does it by hand.',
    `${many(spam, 'conversation is', 'conversations are')} in spam.`,
  ],
};

function peopleWords({ hours, weeks }: Measured): string[] {
  const { messages, share } = coverageOf(hours, weeks);
  if (messages < fewestMessages) {
    return [
      `${many(messages, 'message', 'messages')} in the last 28 days: too few to say anything about hours.`,
    ];
  }
  return [
    `${percent(share)} of ${messages.toLocaleString('en')} messages of the last 28 days came in hours of the week in which somebody usually answers or notes something.`,
  ];
}

/** The gaps with the most messages, "Sun 20:00 to 23:00, 12 messages (4 %)", and what the others come to. */
export function gapWords({ hours, weeks }: Measured, most: number): string[] {
  const { messages, gaps } = coverageOf(hours, weeks);
  if (messages < fewestMessages) return [];
  const rest = gaps.slice(most);
  const restMessages = rest.reduce((sum, gap) => sum + gap.messages, 0);
  return [
    ...gaps
      .slice(0, most)
      .map((gap) => `${gapName(gap)}, ${messageWords(gap.messages, gap.share)}`),
    ...(rest.length > 0
      ? [`other hours, ${messageWords(restMessages, restMessages / messages)}`]
      : []),
  ];
}

function targetWords(targets: Measured['targets']): string {
  if (!targets || targets.policies === 0) return 'Nothing is promised yet: there is no SLA policy.';
  const { ended, kept } = targets;
  if (ended === 0) return 'No response that was promised in the last 28 days was due yet.';
  return `Of ${many(ended, 'response', 'responses')} promised in the last 28 days, ${kept.toLocaleString('en')} came in time (${percent(kept / ended)}).`;
}

function messageWords(count: number, share: number): string {
  return `${many(count, 'message', 'messages')} (${percent(share)})`;
}

function answerWords({ waits, answered, medianSeconds }: ReadinessView['answers']): string[] {
  if (waits === 0) return [];
  const half = medianSeconds === null ? '' : `, half of these within ${span(medianSeconds)}`;
  return [
    `In the last 28 days customers waited for an answer ${many(waits, 'time', 'times')}; ${answered.toLocaleString('en')} were answered${half}.`,
  ];
}

function subjectWords({ name, conversations }: ReadinessView['subjects'][number]): string {
  return `${name} (${conversations})`;
}

function span(seconds: number): string {
  if (seconds < 90) return many(Math.max(1, Math.round(seconds)), 'second', 'seconds');
  if (seconds < 90 * 60) return many(Math.round(seconds / 60), 'minute', 'minutes');
  if (seconds < 36 * 3600) return many(Math.round(seconds / 3600), 'hour', 'hours');
  return many(Math.round(seconds / 86_400), 'day', 'days');
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function many(count: number, one: string, more: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : more}`;
}
