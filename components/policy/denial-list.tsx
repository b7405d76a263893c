'use client';

import { networkName } from '@/lib/domain/channel/network-name';
import { sentenceOf } from '@/lib/domain/permissions/sentences';
import type { DenialLine, Denials } from '@/lib/queries/permissions/denials';
import { inboxPath } from '../inbox/location';
import { Ago } from '../ui/clock';
import { SoftLink } from '../ui/soft-link';

const told: Record<DenialLine['denied'], string> = {
  writing: 'as it was written',
  sending: 'as it was about to leave',
  offer: 'as its turn came',
};

const somebody = { contact: 'Somebody', channel: 'a channel', network: 'The network' };

/** How often each reason kept a message back. */
export function DenialReasons({ reasons }: { reasons: Denials['reasons'] }) {
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">How often each reason kept a message back</caption>
      <thead>
        <tr className="border-line border-b text-left text-fact text-ink-3">
          <th scope="col" className="py-1.5 font-strong">
            Reason
          </th>
          <th scope="col" className="py-1.5 pl-4 text-right font-strong">
            Messages
          </th>
        </tr>
      </thead>
      <tbody>
        {reasons.map(({ reason, count }) => (
          <tr key={reason} className="border-line border-b last:border-b-0">
            <th scope="row" className="py-1.5 text-left font-normal">
              {sentenceOf(reason, somebody)}
            </th>
            <td className="py-1.5 pl-4 text-right align-top tabular-nums">{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The messages that were kept back, newest first. */
export function DenialList({ lines }: { lines: Denials['lines'] }) {
  return (
    <ul className="rounded-lg border border-line bg-panel">
      {lines.map((line) => (
        <li key={line.id} className="border-line border-b last:border-b-0">
          <SoftLink
            href={inboxPath('all', line.conversationId)}
            className="grid gap-0.5 rounded-lg px-4 py-2.5 hover:bg-hover"
          >
            <span className="[overflow-wrap:anywhere]">
              {sentenceOf(line.decision.reason, {
                contact: line.contact,
                channel: line.channel,
                network: networkName(line.network),
              })}
            </span>
            <span className="text-fact text-ink-3">
              <bdi>{line.member ?? 'Nobody’s message'}</bdi> to <bdi>{line.contact}</bdi> from{' '}
              <bdi>@{line.channel}</bdi>, {told[line.denied]}, <Ago at={line.at} />
            </span>
          </SoftLink>
        </li>
      ))}
    </ul>
  );
}
