'use client';

import { Upload } from 'lucide-react';
import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import { mostDates } from '@/lib/domain/sla/limits';
import { Notice } from '../entrance/notice';
import { Button } from '../ui/button';
import type { DateDraft } from './draft';
import type { Holidays } from './ics';
import { dateInWords } from './moment';

/** Reads holidays from a calendar file, and shows what it would add before it does. The file stays in the browser. */
export function IcsImport({
  dates,
  today,
  onAdd,
}: {
  dates: readonly DateDraft[];
  today: string;
  onAdd: (more: DateDraft[]) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const [read, setRead] = useState<Holidays & { file: string }>();
  const [problem, setProblem] = useState<string>();

  async function take(file: File | undefined) {
    setRead(undefined);
    setProblem(undefined);
    if (!file) return;
    try {
      setRead({ ...(await holidaysIn(file, today)), file: file.name });
    } catch (error) {
      setProblem(error instanceof RangeError ? error.message : 'This file could not be read.');
    }
  }

  function close() {
    setRead(undefined);
    opener.current?.focus();
  }

  return (
    <>
      <Button ref={opener} onClick={() => input.current?.click()}>
        <Upload aria-hidden size={14} />
        Import from a calendar file
      </Button>
      <input
        ref={input}
        type="file"
        accept=".ics,text/calendar"
        aria-label="Calendar file (.ics)"
        tabIndex={-1}
        className="sr-only"
        onChange={({ target }) => {
          void take(target.files?.[0]);
          // The same file may be chosen again.
          target.value = '';
        }}
      />
      <div aria-live="polite" className="w-full empty:hidden">
        <Notice message={problem} />
        {read ? (
          <Found
            read={read}
            dates={dates}
            onAdd={(more) => {
              onAdd(more);
              close();
            }}
            onClose={close}
          />
        ) : null}
      </div>
    </>
  );
}

async function holidaysIn(file: File, today: string): Promise<Holidays> {
  const { mostFileBytes, readHolidays } = await import('./ics');
  if (file.size > mostFileBytes) {
    throw new RangeError('This file is larger than 1 MiB. Holidays need far less.');
  }
  return readHolidays(await file.text(), today);
}

function Found({
  read: { found, unread, past, file },
  dates,
  onAdd,
  onClose,
}: {
  read: Holidays & { file: string };
  dates: readonly DateDraft[];
  onAdd: (more: DateDraft[]) => void;
  onClose: () => void;
}) {
  const there = new Set(dates.map(({ date }) => date));
  const fresh = found.filter(({ date }) => !there.has(date));
  const known = found.filter(({ date }) => there.has(date));
  const tooMany = dates.length + fresh.length > mostDates;
  return (
    <section aria-label="From the calendar file" className="grid gap-3 rounded-sm bg-sunken p-3">
      <p className="text-ink-2">
        <bdi className="font-strong text-ink">{file}</bdi>
        {past > 0 ? `: ${daysInWords(past)} in it ${past === 1 ? 'is' : 'are'} over.` : null}
      </p>
      <Part title={`Would be added as closed (${fresh.length})`}>
        {fresh.map(({ date, name }) => (
          <Day key={date} date={date} name={name} />
        ))}
      </Part>
      <Part title={`Already there, left as they are (${known.length})`}>
        {known.map(({ date, name }) => (
          <Day key={date} date={date} name={name} />
        ))}
      </Part>
      <Part title={`Not taken (${unread.length})`}>
        {unread.map(({ name, why }, no) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two of them may be alike, and none ever moves
          <li key={no}>
            <bdi>{name}</bdi>: <span className="text-ink-2">{why}</span>
          </li>
        ))}
      </Part>
      {tooMany ? <Notice message={`A calendar holds ${mostDates} dates at most.`} /> : null}
      {fresh.length === 0 ? <p>There is no new whole day to come in it.</p> : null}
      <div className="flex flex-wrap gap-2">
        {fresh.length > 0 ? (
          <Button
            tone="go"
            disabled={tooMany}
            onClick={() =>
              onAdd(fresh.map((day) => ({ ...day, key: crypto.randomUUID(), spans: [] })))
            }
          >
            Add {daysInWords(fresh.length)}
          </Button>
        ) : null}
        <Button onClick={onClose}>{fresh.length > 0 ? 'Add nothing' : 'Close'}</Button>
      </div>
    </section>
  );
}

function Part({ title, children }: { title: string; children: ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <div>
      <p className="font-strong">{title}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <ul tabIndex={0} aria-label={title} className="quiet-scroll max-h-48 overflow-y-auto">
        {children}
      </ul>
    </div>
  );
}

function Day({ date, name }: { date: string; name: string }) {
  return (
    <li className="flex gap-x-3">
      <span className="w-40 shrink-0 tabular-nums">{dateInWords(date)}</span>
      <bdi className="min-w-0 text-ink-2">{name}</bdi>
    </li>
  );
}

function daysInWords(count: number): string {
  return count === 1 ? '1 date' : `${count} dates`;
}
