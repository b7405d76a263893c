'use client';

import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useId } from 'react';
import type { Span } from '@/lib/domain/sla/calendar';
import { endInWords, overlaps } from '@/lib/domain/sla/hours';
import { mostSpans } from '@/lib/domain/sla/limits';
import { IconButton } from '../ui/button';
import { ClockField } from './clock-field';

/** The hours of one day, one line each; none is a closed day. */
export function Spans({
  of,
  spans,
  weekday,
  problems,
  mayChange,
  onChange,
}: {
  /** Whose hours, such as "Monday". */
  of: string;
  spans: readonly Span[];
  /** 0 is Monday: what crosses midnight ends on the day after. */
  weekday: number;
  /** What is wrong with each, by its number. */
  problems: (no: number) => string | undefined;
  mayChange: boolean;
  onChange: (spans: readonly Span[]) => void;
}) {
  const change = (no: number, part: Partial<Span>) =>
    onChange(spans.map((span, index) => (index === no ? { ...span, ...part } : span)));
  const mayAdd = mayChange && spans.length < mostSpans;
  const add = mayAdd ? (
    <IconButton
      label={`Add hours on ${of}`}
      hint="Add hours"
      onClick={() => onChange([...spans, nextSpan(spans)])}
    >
      <Plus aria-hidden size={14} />
    </IconButton>
  ) : null;
  return (
    <div className="grid gap-1.5">
      {spans.length === 0 ? (
        <p className="flex min-h-8 items-center gap-2 text-ink-3">Closed {add}</p>
      ) : null}
      {spans.map((span, no) => (
        <Line
          // biome-ignore lint/suspicious/noArrayIndexKey: a span is nothing but its place and its times
          key={no}
          of={`${of}${spans.length > 1 ? `, ${no + 1}` : ''}`}
          span={span}
          words={endInWords(weekday, span)}
          overlaps={overlaps(spans, no)}
          problem={problems(no)}
          onChange={(part) => change(no, part)}
          onRemove={mayChange ? () => onChange(spans.toSpliced(no, 1)) : undefined}
        >
          {no === spans.length - 1 ? add : null}
        </Line>
      ))}
    </div>
  );
}

function Line({
  of,
  span,
  words,
  overlaps: isDouble,
  problem,
  onChange,
  onRemove,
  children,
}: {
  of: string;
  span: Span;
  words: string | null;
  overlaps: boolean;
  problem: string | undefined;
  onChange: (part: Partial<Span>) => void;
  onRemove: (() => void) | undefined;
  children: ReactNode;
}) {
  const id = useId();
  const hint = isDouble ? 'Begins before the hours above are over. That time counts once.' : null;
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <ClockField
          label={`${of}: from`}
          value={span.start}
          isWrong={problem !== undefined}
          problemId={id}
          onChange={(start) => onChange({ start })}
        />
        <span className="text-ink-3">to</span>
        <ClockField
          label={`${of}: to`}
          value={span.end}
          isWrong={problem !== undefined}
          problemId={id}
          onChange={(end) => onChange({ end })}
        />
        {onRemove ? (
          <IconButton label={`Remove these hours (${of})`} hint="Remove" onClick={onRemove}>
            <X aria-hidden size={14} />
          </IconButton>
        ) : null}
        {children}
        {words ? <span className="text-ink-2">{words}</span> : null}
      </div>
      {problem ? (
        <p id={id} className="text-breach text-fact">
          {problem}
        </p>
      ) : null}
      {hint ? <p className="text-amber-ink text-fact">{hint}</p> : null}
    </div>
  );
}

/** An hour after the last, where the day has room for it. */
function nextSpan(spans: readonly Span[]): Span {
  const hour = Number(spans.at(-1)?.end.slice(0, 2) ?? 8) + 1;
  if (spans.length === 0 || hour > 22 || Number.isNaN(hour))
    return { start: '09:00', end: '17:00' };
  const clock = (at: number) => `${`${at}`.padStart(2, '0')}:00`;
  return { start: clock(hour), end: clock(Math.min(24, hour + 4)) };
}
