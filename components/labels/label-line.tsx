'use client';

import { useRef, useState } from 'react';
import type { LabelUse } from '@/lib/queries/labels/label-uses';
import { Notice } from '../entrance/notice';
import { Fold } from '../settings/fold';
import { useChange } from '../settings/use-change';
import { Button } from '../ui/button';
import { LabelChip } from '../ui/label-chip';
import { archiveLabelAction, changeLabelAction } from './actions';
import { LabelForm } from './label-form';

/** A label, how much it is used, and what can be done about it. */
export function LabelLine({ label, mayChange }: { label: LabelUse; mayChange: boolean }) {
  const { id, name, colour, archived, uses } = label;
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { change, isPending, problem } = useChange(archiveLabelAction);

  function close() {
    setOpen(false);
    opener.current?.focus();
  }

  return (
    <li className="grid gap-3 border-line border-b px-4 py-2.5 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <p className="min-w-32 flex-1">
          <LabelChip label={{ name, colour }} className="max-w-72" />
        </p>
        <p className="text-fact text-ink-3 tabular-nums">{usesOf(uses)}</p>
        {mayChange ? (
          <div className="flex gap-1">
            <Button
              ref={opener}
              tone="quiet"
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              Edit<span className="sr-only"> the label {name}</span>
            </Button>
            <Button
              tone="quiet"
              disabled={isPending}
              onClick={() => change({ labelId: id, archived: !archived })}
            >
              {archived ? 'Use again' : 'Archive'}
              <span className="sr-only"> the label {name}</span>
            </Button>
          </div>
        ) : null}
      </div>
      <Notice message={problem} />
      {isOpen ? (
        <Fold opener={opener} onClose={() => setOpen(false)}>
          <LabelForm
            action={changeLabelAction}
            kept={{ name, colour }}
            more={{ labelId: id }}
            words={{ id: `label-${id}`, send: 'Save', kept: 'Saved' }}
            onDone={close}
          />
        </Fold>
      ) : null}
    </li>
  );
}

function usesOf(uses: number): string {
  if (uses === 0) return 'not used';
  return uses === 1 ? '1 conversation' : `${uses.toLocaleString('en-GB')} conversations`;
}
