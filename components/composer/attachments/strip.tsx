'use client';

import { FileText, Film, RotateCw, X } from 'lucide-react';
import { bytesInWords } from '../../thread/attachments/bytes-in-words';
import { Button, IconButton } from '../../ui/button';
import { previewOf, removeHeld, tryAgain } from './attach';
import type { Basket } from './held';
import type { Held } from './held-rules';
import { isUnderway } from './held-rules';

/** The files that go along with what is being written. */
export function Strip({ basket, held }: { basket: Basket; held: readonly Held[] }) {
  return (
    <ul aria-label="Attached files" className="grid gap-1 px-3 pt-1.5">
      {held.map((one) => (
        <Line key={one.key} basket={basket} held={one} />
      ))}
    </ul>
  );
}

function Line({ basket, held }: { basket: Basket; held: Held }) {
  const { key, name, problem, again } = held;
  const underway = isUnderway(held);
  return (
    <li
      data-problem={problem !== null}
      className="flex min-h-11 items-center gap-2.5 rounded-md border border-line bg-panel py-1 pr-1 pl-1.5 data-[problem=true]:border-breach"
    >
      <Thumb held={held} />
      <div className="min-w-0 flex-1 text-fact">
        <bdi className="block truncate font-strong">{name}</bdi>
        <State held={held} />
      </div>
      {again ? (
        <Button tone="quiet" onClick={() => tryAgain(basket, key)}>
          <RotateCw aria-hidden size={13} />
          Try again
        </Button>
      ) : null}
      <IconButton
        label={underway ? `Stop attaching ${name}` : `Remove ${name}`}
        onClick={() => removeHeld(basket, key)}
      >
        <X aria-hidden size={15} />
      </IconButton>
    </li>
  );
}

function State({ held }: { held: Held }) {
  if (held.problem !== null) {
    return (
      <span role="alert" className="block text-breach">
        {held.problem}
      </span>
    );
  }
  if (!isUnderway(held)) return <span className="text-ink-3">{bytesInWords(held.size)}</span>;
  const percent = Math.floor(held.progress * 100);
  return (
    <progress
      max={100}
      value={percent}
      aria-label={`Attaching ${held.name}`}
      className="my-[7px] block h-0.5 w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-ink [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-ink [&::-webkit-progress-value]:transition-[width]"
    />
  );
}

function Thumb({ held: { key, file, problem } }: { held: Held }) {
  const source =
    previewOf(key) ?? (file?.mimeType.startsWith('image/') ? `/api/files/${file.id}` : null);
  if (source !== null && problem === null) {
    return (
      // biome-ignore lint/performance/noImgElement: it is on this device
      <img
        src={source}
        alt=""
        width={36}
        height={36}
        className="size-9 shrink-0 rounded-sm bg-sunken object-cover"
      />
    );
  }
  const Icon = file?.kind === 'video' ? Film : FileText;
  return (
    <span className="grid size-9 shrink-0 place-items-center rounded-sm bg-sunken text-ink-3">
      <Icon aria-hidden size={17} />
    </span>
  );
}
