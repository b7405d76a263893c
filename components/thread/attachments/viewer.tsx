'use client';

import { ChevronLeft, ChevronRight, Download, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { AttachmentView } from '@/lib/queries/inbox/thread-views';
import { IconButton } from '../../ui/button';
import { whenClosed } from '../../ui/when-closed';

type Picture = AttachmentView & { fileId: string };

/** One picture as large as the screen lets it be; the arrow keys go through those of its message. */
export function Viewer({
  pictures,
  startWith,
  onClose,
}: {
  pictures: readonly Picture[];
  startWith: string;
  onClose: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [at, setAt] = useState(() => pictures.findIndex(({ fileId }) => fileId === startWith));
  const picture = pictures[at];
  useEffect(() => {
    const shown = dialog.current;
    if (shown && !shown.open) shown.showModal();
    return () => shown?.close();
  }, []);
  if (!picture) return null;

  const turn = (by: number) => setAt((now) => (pictures[now + by] === undefined ? now : now + by));
  const name = picture.name ?? 'Picture';
  return (
    <dialog
      ref={dialog}
      aria-label={name}
      onClose={whenClosed(onClose)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') turn(-1);
        if (event.key === 'ArrowRight') turn(1);
      }}
      className="m-0 h-dvh max-h-none w-dvw max-w-none animate-rise bg-paper text-ink backdrop:bg-ink/40 open:flex open:flex-col"
    >
      <header className="flex h-12 shrink-0 items-center gap-1 border-line border-b pr-2 pl-4">
        <bdi className="min-w-0 flex-1 truncate font-strong">{name}</bdi>
        {pictures.length > 1 ? (
          <span className="mr-2 text-fact text-ink-3 tabular-nums">
            {at + 1} of {pictures.length}
          </span>
        ) : null}
        <a
          href={`/api/files/${picture.fileId}`}
          download={name}
          aria-label={`Save ${name}`}
          title="Save"
          className="inline-flex size-7 items-center justify-center rounded-sm text-ink-3 hover:bg-hover hover:text-ink"
        >
          <Download aria-hidden size={16} />
        </a>
        <IconButton label="Close" onClick={onClose}>
          <X aria-hidden size={16} />
        </IconButton>
      </header>
      <div className="relative grid min-h-0 flex-1 place-items-center p-4">
        {/* biome-ignore lint/performance/noImgElement: kept in the house; an optimiser would open another door to it */}
        <img
          key={picture.fileId}
          src={`/api/files/${picture.fileId}`}
          alt={picture.alt ?? name}
          width={picture.width}
          height={picture.height}
          className="h-auto max-h-full min-h-0 w-auto max-w-full object-contain"
        />
        <Turn by={-1} to={pictures[at - 1]} onTurn={turn} />
        <Turn by={1} to={pictures[at + 1]} onTurn={turn} />
      </div>
    </dialog>
  );
}

function Turn({
  by,
  to,
  onTurn,
}: {
  by: -1 | 1;
  to: Picture | undefined;
  onTurn: (by: number) => void;
}) {
  if (!to) return null;
  const Icon = by < 0 ? ChevronLeft : ChevronRight;
  return (
    <IconButton
      label={by < 0 ? 'Picture before' : 'Next picture'}
      onClick={() => onTurn(by)}
      className={`absolute top-1/2 border-line bg-panel ${by < 0 ? 'left-3' : 'right-3'}`}
    >
      <Icon aria-hidden size={16} />
    </IconButton>
  );
}
