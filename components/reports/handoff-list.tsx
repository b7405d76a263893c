'use client';

import type { HandoffLine } from '@/lib/queries/reports/handoffs';
import { inboxPath } from '../inbox/location';
import { useClock } from '../ui/clock';
import { shortMoment } from '../ui/days';
import { SoftLink } from '../ui/soft-link';
import { timeTaken } from './words';

/** Complaints that were invited or taken into private, newest first, with the way to both conversations. */
export function HandoffList({ lines }: { lines: readonly HandoffLine[] }) {
  return (
    <ul className="rounded-lg border border-line bg-panel">
      {lines.map((line) => (
        <Line key={line.id} line={line} />
      ))}
    </ul>
  );
}

function Line({ line }: { line: HandoffLine }) {
  const { contact, channel, by, publicId, privateId, startedAt, invitedAt, arrivedAt } = line;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1.5 border-line border-b px-4 py-2.5 last:border-b-0">
      <div className="min-w-56 flex-1">
        <p className="[overflow-wrap:anywhere]">
          <bdi className="font-strong">{contact}</bdi>: {stateOf(line)}
        </p>
        <p className="text-fact text-ink-3">
          <bdi>@{channel}</bdi>, posted <Moment at={startedAt} />,{' '}
          {line.how === 'invited' ? 'invited' : 'taken private'} by <bdi>{by}</bdi>{' '}
          <Moment at={invitedAt} />
          {arrivedAt && line.how === 'invited' ? (
            <>
              , wrote <Moment at={arrivedAt} />
            </>
          ) : null}
        </p>
      </div>
      <p className="flex gap-3 text-fact">
        <Way href={inboxPath('mentions', publicId)} contact={contact}>
          Public
        </Way>
        {privateId ? (
          <Way href={inboxPath('all', privateId)} contact={contact}>
            Private
          </Way>
        ) : null}
      </p>
    </li>
  );
}

function Way({ href, contact, children }: { href: string; contact: string; children: string }) {
  return (
    <SoftLink href={href} className="underline decoration-line-strong hover:decoration-ink">
      {children}
      <span className="sr-only"> conversation with {contact}</span>
    </SoftLink>
  );
}

function Moment({ at }: { at: string }) {
  const { zone } = useClock();
  return <time dateTime={at}>{shortMoment(at, zone)}</time>;
}

function stateOf({ how, matchedBy, startedAt, arrivedAt }: HandoffLine): string {
  if (arrivedAt === null) return 'invited, has not written yet';
  const after = `after ${timeTaken((Date.parse(arrivedAt) - Date.parse(startedAt)) / 1000)} in public`;
  if (how === 'written') return `went on in private ${after}`;
  return `wrote in private ${after}, matched by the ${matchedBy}`;
}
