'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { differencesIn } from '@/lib/domain/rules/difference';
import type { RuleVersionView } from '@/lib/queries/rulebook/settings';
import { Part } from '../promises/part';
import { Button } from '../ui/button';
import { useClock } from '../ui/clock';
import { shortMoment } from '../ui/days';
import { exactTime } from '../ui/time';
import type { Known } from './known';
import { versionsQuery } from './queries';

const fewShown = 5;

/** What a rule said over time: who changed it, when, and what became otherwise. */
export function Versions({ ruleId, known }: { ruleId: string; known: Known }) {
  const { data } = useQuery(versionsQuery(ruleId));
  const [isAll, setAll] = useState(false);
  if (!data) return null;
  const shown = isAll ? data : data.slice(0, fewShown);
  return (
    <Part title="Versions">
      <ol className="border-line border-y">
        {shown.map((version, index) => (
          <Version
            key={version.versionId}
            version={version}
            before={data[index + 1] ?? null}
            known={known}
          />
        ))}
      </ol>
      {shown.length < data.length ? (
        <Button tone="quiet" className="mt-1.5 -ml-2.5" onClick={() => setAll(true)}>
          All {data.length} versions
        </Button>
      ) : null}
    </Part>
  );
}

function Version({
  version,
  before,
  known: { names },
}: {
  version: RuleVersionView;
  before: RuleVersionView | null;
  known: Known;
}) {
  const { zone } = useClock();
  const differences = before ? differencesIn(before, version, names) : [];
  return (
    <li className="grid gap-x-3 gap-y-0.5 border-line border-b py-2 last:border-b-0 sm:grid-cols-[124px_minmax(0,1fr)]">
      <p className="text-ink-3">
        <span className="tabular-nums">Version {version.no}</span>{' '}
        <time
          dateTime={version.at}
          title={exactTime(version.at, zone)}
          className="block text-fact tabular-nums"
        >
          {shortMoment(version.at, zone)}
        </time>
      </p>
      <div className="min-w-0">
        <p>
          <bdi>{version.by ?? 'Somebody'}</bdi> {before ? 'changed it' : 'wrote it'}
        </p>
        {differences.map(({ what, before: was, after }) => (
          <p key={what} className="text-fact text-ink-2 [overflow-wrap:anywhere]">
            <span className="text-ink-3">{what}:</span> <bdi>{was}</bdi>{' '}
            <span className="text-ink-3">
              <span aria-hidden>→</span>
              <span className="sr-only">became</span>
            </span>{' '}
            <bdi>{after}</bdi>
          </p>
        ))}
      </div>
    </li>
  );
}
