'use client';

import { clsx } from 'clsx';
import type { RefObject } from 'react';
import { useEffect, useMemo, useState } from 'react';
import { shelfOf } from '@/lib/domain/replies/rank';
import type { PickerReply } from '@/lib/queries/replies/views';
import { keyOf } from './keys';
import type { Around, Line } from './lines';
import { lineOf, linesFor } from './lines';
import { listId, optionId, ReplyList } from './list';
import { overTheField } from './over-the-field';
import { Preview } from './preview';
import { useKeys } from './use-keys';

type Props = {
  field: RefObject<HTMLTextAreaElement | null>;
  replies: readonly PickerReply[];
  around: Around;
  sought: string;
  onChoose: (line: Line) => void;
  onDismiss: () => void;
};

/** Approved replies above the field, while somebody types the letters after a slash. The field keeps the focus. */
export function SlashPicker({ field, replies, around, sought, onChoose, onDismiss }: Props) {
  const shelf = useMemo(() => shelfOf(replies, around.intent), [replies, around.intent]);
  const { lines, more } = linesFor(shelf, sought, around);
  const [chosen, setChosen] = useState({ sought, at: 0 });
  const [wanted, setWanted] = useState<string>();
  const at = chosen.sought === sought ? Math.min(chosen.at, lines.length - 1) : 0;
  const first = lines[at];
  const active = first && (lineOf(first.reply, around, wanted) ?? first);
  // Several words that find nothing are a sentence, not a name.
  const over = lines.length === 0 && /\s/.test(sought);

  useNamed(field, over ? undefined : active);
  useKeys(field, (event) => {
    const key = keyOf(event);
    if (key === null || over) return false;
    if (key.does === 'close') onDismiss();
    else if (!active) return false;
    else if (key.does === 'take') take(active);
    else if (key.does === 'move') setChosen({ sought, at: key.to(at, lines.length) });
    else return turn(active, key.to);
    return true;
  });

  function take(line: Line) {
    if (line.why === null) onChoose(line);
  }

  function turn({ reply, version }: Line, to: (at: number, count: number) => number): boolean {
    const { versions } = reply;
    if (versions.length < 2) return false;
    setWanted(versions[to(versions.indexOf(version), versions.length)]?.language);
    return true;
  }

  if (over) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press in it must not take the focus from the field
    <div
      onMouseDown={(event) => event.preventDefault()}
      className={clsx(overTheField, 'animate-rise')}
    >
      {active ? (
        <div className="grid h-[min(56dvh,400px)] grid-rows-[minmax(0,1fr)_minmax(0,1fr)] pane:h-[min(44dvh,320px)] pane:grid-cols-[minmax(0,5fr)_minmax(0,6fr)] pane:grid-rows-1">
          <ReplyList
            lines={lines}
            more={more}
            at={at}
            intent={around.intent}
            onPoint={(to) => setChosen({ sought, at: to })}
            onChoose={take}
          />
          <Preview line={active} language={around.language} onLanguage={setWanted} />
        </div>
      ) : (
        <p className="px-3 py-2.5 text-ink-2">{nothing(replies, sought)}</p>
      )}
      <p role="status" className="sr-only">
        {said(lines.length + more, active)}
      </p>
    </div>
  );
}

function nothing(replies: readonly PickerReply[], sought: string): string {
  if (replies.length === 0) return 'There is no approved reply yet. Marketers write them.';
  return `No approved reply has “${sought}”.`;
}

function said(count: number, active: Line | undefined): string {
  if (!active) return 'No approved reply';
  const found = count === 1 ? '1 approved reply' : `${count} approved replies`;
  return active.why === null ? found : `${found}. ${active.reply.title}: ${active.why}.`;
}

/** What the field tells of the list above it. */
function useNamed(field: RefObject<HTMLTextAreaElement | null>, active: Line | undefined) {
  const option = active && optionId(active.reply.id);
  useEffect(() => {
    const element = field.current;
    if (!element || option === undefined) return;
    const names = {
      'aria-autocomplete': 'list',
      'aria-controls': listId,
      'aria-activedescendant': option,
    };
    for (const [name, value] of Object.entries(names)) element.setAttribute(name, value);
    return () => {
      for (const name of Object.keys(names)) element.removeAttribute(name);
    };
  }, [field, option]);
}
