'use client';

import { useQuery } from '@tanstack/react-query';
import { MessageSquareText } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useRef, useState } from 'react';
import type { LibraryLine } from '@/lib/queries/replies/views';
import { useListWindow } from '../../inbox/list-window';
import { useCan, useMe } from '../../shell/me';
import { useShortcut } from '../../shell/shortcuts';
import { Button } from '../../ui/button';
import { useClock } from '../../ui/clock';
import { EmptyState } from '../../ui/empty-state';
import { NewReply } from '../new-reply';
import { libraryQuery } from '../queries';
import type { Asked } from './filtered';
import { filtered, foldersOf, indexed, ownersOf } from './filtered';
import { Filters } from './filters';
import { Folders } from './folders';
import { Line } from './line';

const everything: Asked = { typed: '', folder: null, standing: 'all', ownerId: null };

/** Every approved reply there is, by folder, with where each stands. */
export function Library() {
  const { data: lines } = useQuery(libraryQuery);
  if (!lines) return <p className="p-5 text-ink-2">Reading the library.</p>;
  return <Shown lines={lines} />;
}

function Shown({ lines }: { lines: readonly LibraryLine[] }) {
  const { now } = useClock();
  const proposed = useSearchParams().get('new');
  const mayWrite = useCan('reply.write');
  const [asked, setAsked] = useState(everything);
  const [isNew, setNew] = useState(false);
  const ask = (patch: Partial<Asked>) => setAsked((before) => ({ ...before, ...patch }));
  const folders = foldersOf(lines);
  const shown = filtered(indexed(lines), asked, now);
  const search = useRef<HTMLInputElement>(null);
  useShortcut('search', () => search.current?.focus(), { label: 'Search the library' });
  return (
    <div className="flex h-full flex-col pane:flex-row">
      <h1 className="sr-only">Approved replies</h1>
      <Folders folders={folders} chosen={asked.folder} onChoose={(folder) => ask({ folder })} />
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <Filters
          ref={search}
          asked={asked}
          folders={folders}
          owners={ownersOf(lines)}
          ask={ask}
          {...(mayWrite ? { onNew: () => setNew(true) } : {})}
        />
        <Lines lines={shown} isAll={lines.length === 0} onAll={() => setAsked(everything)} />
      </div>
      {mayWrite && (isNew || proposed !== null) ? (
        <NewReply
          folder={asked.folder ?? ''}
          proposed={proposed ?? ''}
          onClose={() => {
            setNew(false);
            // Whoever was sent here to write one may write another.
            if (proposed !== null) window.history.replaceState(null, '', '/replies');
          }}
        />
      ) : null}
    </div>
  );
}

function Lines({
  lines,
  isAll,
  onAll,
}: {
  lines: readonly LibraryLine[];
  /** There is nothing at all. */
  isAll: boolean;
  onAll: () => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const seen = useListWindow(lines.length, scroller);
  return (
    <div ref={scroller} className="quiet-scroll relative min-h-0 flex-1 overflow-y-auto">
      <p role="status" className="sr-only">
        {lines.length === 1 ? '1 reply' : `${lines.length} replies`}
      </p>
      {lines.length === 0 ? <Nothing isAll={isAll} onAll={onAll} /> : null}
      <ul aria-label="Replies">
        <Space px={seen.before} />
        {lines.slice(seen.from, seen.to).map((line) => (
          <Line key={line.id} line={line} />
        ))}
        <Space px={seen.after} />
      </ul>
    </div>
  );
}

/** The room of lines that are not drawn. */
function Space({ px }: { px: number }) {
  if (px === 0) return null;
  return (
    <li
      aria-hidden
      ref={(element) => {
        element?.style.setProperty('height', `${px}px`);
      }}
    />
  );
}

function Nothing({ isAll, onAll }: { isAll: boolean; onAll: () => void }) {
  const { workspace } = useMe();
  const mayWrite = useCan('reply.write');
  const icon = <MessageSquareText aria-hidden size={22} />;
  if (!isAll) {
    return (
      <EmptyState
        icon={icon}
        title="No reply fits"
        action={<Button onClick={onAll}>Show all</Button>}
      >
        Nothing in the library is all of what you ask for.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={icon} title="No approved reply yet">
      {mayWrite
        ? 'Write what is often said once and well. Somebody else approves it, and everybody who answers can use it.'
        : `Marketers of ${workspace.name} write what is often said; here you will find it.`}
    </EmptyState>
  );
}
