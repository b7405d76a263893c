'use client';

import { useQuery } from '@tanstack/react-query';
import { standingOf } from '@/lib/domain/consent/ledger';
import type { LedgerLine } from '@/lib/queries/consent/ledger';
import type { Conversation } from '../thread/conversation';
import { Ago } from '../ui/clock';
import { exportPath, ledgerQuery } from './queries';
import { RecordConsentLink } from './record-consent';
import { confirmedWords, entryIn, lineWords, shownBy, standingWords } from './words';
import { ZoneRow } from './zone-row';

/** What the person allowed and forbade, with what shows it, and the way to write more down. */
export function ConsentSection({ conversation }: { conversation: Conversation }) {
  const { data: ledger } = useQuery(ledgerQuery(conversation.id));
  const lines = ledger?.lines ?? [];
  const { messages, offers } = standingWords(standingOf(lines.map(entryIn)));
  return (
    <section aria-label="Consent">
      <div className="mb-2 flex items-center justify-between gap-2">
        <h2 className="font-strong text-fact text-ink-3">Consent</h2>
        <RecordConsentLink conversation={conversation} />
      </div>
      <dl className="grid grid-cols-[96px_minmax(0,1fr)] gap-x-2.5 gap-y-1.5">
        <Row name="Messages" {...messages} />
        <Row name="Offers" {...offers} />
        <ZoneRow conversationId={conversation.id} zone={ledger?.zone ?? null} />
      </dl>
      {lines.length > 0 ? (
        <details className="mt-2 text-fact">
          <summary className="w-fit cursor-pointer text-ink-2">{`History (${lines.length})`}</summary>
          <ol className="mt-1.5 grid gap-1.5">
            {lines.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </ol>
          <a
            href={exportPath(conversation.id)}
            download
            className="mt-2 inline-block text-ink-2 underline underline-offset-2 hover:text-ink"
          >
            Export as a table
          </a>
        </details>
      ) : null}
    </section>
  );
}

function Row(row: { name: string; word: string; grave: boolean; at: string | null }) {
  return (
    <>
      <dt className="text-ink-3">{row.name}</dt>
      <dd className="min-w-0 truncate">
        <span className={row.grave ? 'font-strong text-breach' : undefined}>{row.word}</span>{' '}
        {row.at ? (
          <span className="text-ink-3">
            <Ago at={row.at} />
          </span>
        ) : null}
      </dd>
    </>
  );
}

function Line({ line }: { line: LedgerLine }) {
  const { at, source, evidence, confirmation } = line;
  const confirmed = confirmedWords(confirmation);
  return (
    <li className="[overflow-wrap:anywhere]">
      <span className="font-strong">{lineWords(line)}</span>{' '}
      <span className="text-ink-3">
        <Ago at={at} />
      </span>
      <p className="text-ink-2">
        <bdi>{shownBy(line)}</bdi>
        {confirmed ? `, ${confirmed}` : null}
      </p>
      {source === 'word' || evidence === null ? null : (
        <p className="border-line border-l-2 pl-2 text-ink-2">
          <bdi>{evidence}</bdi>
        </p>
      )}
    </li>
  );
}
