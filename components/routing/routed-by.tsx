'use client';

import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { RunLine, RunView } from '@/lib/queries/rulebook/conversation-runs';
import type { Conversation } from '../thread/conversation';
import { useClock } from '../ui/clock';
import { shortMoment } from '../ui/days';
import { SoftLink } from '../ui/soft-link';
import { exactTime } from '../ui/time';
import { runsQuery } from './queries';

/** Which routing rule held last and what it did; on demand the others, and why they did not. */
export function RoutedBy({ conversation }: { conversation: Conversation }) {
  const { data } = useQuery(runsQuery(conversation.id));
  const [open, setOpen] = useState(false);
  const [shown, setShown] = useState<number>();
  const id = useId();
  if (!data || data.length === 0) return null;
  const last = data.findIndex(({ lines }) => lines.some(({ matched }) => matched));
  const run = data[shown ?? Math.max(0, last)];
  if (!run) return null;
  const held = run.lines.filter(({ matched }) => matched);
  const others = run.lines.filter(({ matched }) => !matched);
  return (
    <section aria-label="Routed by rules">
      <div className="mb-1 flex items-center justify-between gap-2">
        <h2 className="font-strong text-fact text-ink-3">Routed by rules</h2>
        {others.length > 0 ? (
          <button
            type="button"
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
            className="text-fact text-ink-2 underline-offset-2 hover:text-ink hover:underline"
          >
            {open ? 'Hide the others' : 'Why not the others'}
          </button>
        ) : null}
      </div>
      <Moment run={run} runs={data} onShow={setShown} />
      {held.length === 0 ? <p className="text-ink-2">No rule held for this message.</p> : null}
      <ul className="grid gap-1">
        {held.map((line) => (
          <Line key={line.versionId} line={line} />
        ))}
      </ul>
      <Outcome run={run} />
      {open ? (
        <ul id={id} className="mt-2 grid gap-1.5 border-line border-t pt-2">
          {others.map((line) => (
            <Line key={line.versionId} line={line} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}

/** Of which message it is told, and the way to those before and after. */
function Moment({
  run,
  runs,
  onShow,
}: {
  run: RunView;
  runs: readonly RunView[];
  onShow: (index: number) => void;
}) {
  const { zone } = useClock();
  if (runs.length === 1) return null;
  return (
    <select
      aria-label="Message"
      value={run.runId}
      onChange={({ target }) => onShow(runs.findIndex(({ runId }) => runId === target.value))}
      title={exactTime(run.at, zone)}
      className="mb-1 h-6 rounded-sm border border-line bg-panel px-1 text-fact text-ink-2"
    >
      {runs.map(({ runId, at }, index) => (
        <option key={runId} value={runId}>
          {index === 0 ? `Newest message, ${shortMoment(at, zone)}` : shortMoment(at, zone)}
        </option>
      ))}
    </select>
  );
}

function Line({ line: { ruleId, name, no, matched, said, left } }: { line: RunLine }) {
  return (
    <li className="min-w-0 [overflow-wrap:anywhere]">
      {ruleId ? (
        <SoftLink
          href={`/settings/routing/${ruleId}`}
          title={`Version ${no}`}
          className={
            matched
              ? 'font-medium underline-offset-2 hover:underline'
              : 'text-ink-2 underline-offset-2 hover:underline'
          }
        >
          <bdi>{name}</bdi>
        </SoftLink>
      ) : (
        <bdi className="text-ink-2">{name}</bdi>
      )}
      <p className="text-fact text-ink-3">
        <bdi>{said}</bdi>
      </p>
      {left ? <p className="text-amber-ink text-fact">{left}</p> : null}
    </li>
  );
}

function Outcome({ run: { changes, held } }: { run: RunView }) {
  return (
    <div className="mt-1 text-fact text-ink-2">
      {changes.map(({ what, before, after }) => (
        <p key={what} className="[overflow-wrap:anywhere]">
          {what}: <bdi className="text-ink-3">{before}</bdi>{' '}
          <span aria-hidden className="text-ink-3">
            →
          </span>
          <span className="sr-only">became</span> <bdi>{after}</bdi>
        </p>
      ))}
      {held.map((words) => (
        <p key={words} className="text-ink-3">
          {words}
        </p>
      ))}
    </div>
  );
}
