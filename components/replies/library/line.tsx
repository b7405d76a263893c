'use client';

import { clsx } from 'clsx';
import type { LanguageLine, LibraryLine } from '@/lib/queries/replies/views';
import { useClock } from '../../ui/clock';
import { SoftLink } from '../../ui/soft-link';
import { dayMs, exactTime, format } from '../../ui/time';
import { languageName, stateWords } from '../words';

/** A reply as a line: what it is called, where each of its languages stands, and how much it is used. */
export function Line({ line }: { line: LibraryLine }) {
  const { id, key, title, folder, owner, channels, languages, risk, sent30 } = line;
  return (
    <li className="h-16 border-line border-b">
      <SoftLink
        href={`/replies/${id}`}
        className="grid h-full grid-cols-[minmax(0,1fr)_auto] content-center gap-x-4 px-4 hover:bg-hover focus-visible:outline-offset-[-2px] pane:grid-cols-[minmax(0,1fr)_minmax(0,auto)_96px]"
      >
        <span className="min-w-0">
          <span className="flex items-center gap-2">
            <bdi className="truncate font-strong">{title}</bdi>
            {risk === 'high' ? (
              <span className="shrink-0 rounded-sm border border-line-strong px-1 text-fact text-ink-2">
                High risk
              </span>
            ) : null}
          </span>
          <span className="block truncate text-fact text-ink-3">
            <bdi className="text-ink-2">/{key}</bdi>
            {folder === '' ? null : (
              <>
                {' · '}
                <bdi>{folder}</bdi>
              </>
            )}
            <span className="max-pane:hidden">
              {' · '}
              <bdi>{owner.name}</bdi>
              {channels.length > 0 ? (
                <>
                  {' · only '}
                  <bdi>{channels.map(({ handle }) => `@${handle}`).join(', ')}</bdi>
                </>
              ) : null}
            </span>
          </span>
        </span>
        <span className="flex min-w-0 flex-wrap content-center items-center justify-end gap-1 max-pane:max-w-44 max-pane:overflow-hidden max-pane:max-h-11">
          {languages.map((language) => (
            <Language key={language.language} line={language} />
          ))}
        </span>
        <span className="self-center text-right text-fact text-ink-3 max-pane:hidden">
          <span className="block tabular-nums">
            {sent30 === 0 ? 'not sent' : `sent ${sent30.toLocaleString('en-GB')}×`}
          </span>
          <Due due={line.due} />
        </span>
      </SoftLink>
    </li>
  );
}

/** "de in use, stale": the code for the eye, its name for the ear. */
function Language({ line: { language, published, next, ended, stale } }: { line: LanguageLine }) {
  const says = [
    published ? 'in use' : null,
    stale ? 'stale' : null,
    nextWords(next),
    ended && !published && !next ? stateWords[ended].toLowerCase() : null,
  ].filter((word) => word !== null);
  const isAttention = stale || next?.state === 'in_review' || next?.state === 'changes_requested';
  return (
    <span
      title={`${languageName(language)}: ${says.join(', ')}`}
      className={clsx(
        'whitespace-nowrap rounded-sm px-1.5 text-fact',
        looks({ isAttention, isPublished: published !== null }),
      )}
    >
      <span aria-hidden className="font-strong">
        {language}
      </span>
      <span className="sr-only">{languageName(language)}:</span> {says.join(', ')}
    </span>
  );
}

function looks({ isAttention, isPublished }: { isAttention: boolean; isPublished: boolean }) {
  if (isAttention) return 'bg-amber-wash text-amber-ink';
  return isPublished ? 'bg-met-wash text-met' : 'bg-sunken text-ink-2';
}

function nextWords(next: LanguageLine['next']): string | null {
  if (!next) return null;
  return next.scheduledFor ? 'scheduled' : stateWords[next.state].toLowerCase();
}

function Due({ due }: { due: LibraryLine['due'] }) {
  const { now, zone } = useClock();
  if (!due) return null;
  const days = Math.ceil((Date.parse(due.at) - now) / dayMs);
  const what = due.for === 'end' ? 'ends' : 're-read';
  const when =
    days > 30 ? format(due.at, zone, { day: 'numeric', month: 'short' }) : withinDays(days);
  return (
    <time
      dateTime={due.at}
      title={exactTime(due.at, zone)}
      className={clsx('block tabular-nums', days <= 14 && 'text-amber-ink')}
    >
      {what} {when}
    </time>
  );
}

function withinDays(days: number): string {
  if (days <= 0) return 'now due';
  return days === 1 ? 'in a day' : `in ${days} days`;
}
