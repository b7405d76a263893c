'use client';

import { networkName } from '@/lib/domain/channel/network-name';
import type { Fact, FactName } from '@/lib/domain/permissions/finding';
import type { Source } from '@/lib/domain/permissions/known';
import type { Conversation } from '../thread/conversation';
import { capital } from '../ui/capital';
import { Ago } from '../ui/clock';

/** What is worth telling of the two sides, in this order; the rest of a decision's facts speaks for itself. */
export const factNames = {
  last_inbound: () => 'Last wrote',
  follows_us: () => 'Follows us',
  we_follow: () => 'We follow',
  network_answer: (network) => `${network} lets us`,
  refused: (network) => `${network} refused`,
  blocked_by_us: () => 'Blocked by us',
  blocked_by_them: () => 'Blocked us',
  opted_out: () => 'Opted out',
  our_door: () => 'Our door',
} as const satisfies Partial<Record<FactName, (network: string) => string>>;

/** Of these a no goes without saying. */
const onlyIfSo: readonly FactName[] = ['refused', 'blocked_by_us', 'blocked_by_them', 'opted_out'];

export const sourceNames: Record<Source, string> = {
  event: 'told by the network',
  look_up: 'looked up',
  refusal: 'by a refusal',
  message: 'by their message',
  book: 'in our books',
  supposed: 'supposed',
};

/** What is known of a person in relation to the channel: each with its age, and on hover where it comes from. */
export function PermissionFacts({
  facts,
  conversation,
}: {
  facts: readonly Fact[];
  conversation: Conversation;
}) {
  const network = networkName(conversation.channel.network);
  const shown = Object.entries(factNames).flatMap(([name, words]) => {
    const fact = facts.find((one) => one.name === name);
    if (!fact || (onlyIfSo.includes(fact.name) && !fact.value)) return [];
    return [{ fact, words: words(network) }];
  });
  return (
    <dl className="grid grid-cols-[96px_minmax(0,1fr)] gap-x-2.5 gap-y-1.5">
      {shown.map(({ fact, words }) => (
        <FactRow key={fact.name} fact={fact} words={words} />
      ))}
    </dl>
  );
}

function FactRow({ fact, words }: { fact: Fact; words: string }) {
  const { name, value, source, at } = fact;
  // Of an event its age says everything.
  const only = name === 'last_inbound' || name === 'refused';
  return (
    <>
      <dt className="truncate text-ink-3">{words}</dt>
      <dd className="min-w-0 truncate" title={source ? sourceNames[source] : undefined}>
        {only && value ? null : `${valueWords(value)} `}
        {at === null ? null : (
          <span className={only ? undefined : 'text-ink-3'}>
            <Ago at={new Date(at).toISOString()} />
          </span>
        )}
      </dd>
    </>
  );
}

function valueWords(value: Fact['value']): string {
  if (value === null) return 'Not known';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return capital(`${value}`);
}
