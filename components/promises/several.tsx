'use client';

import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '../ui/button';
import type { Choice } from '../ui/picker';
import { Picker } from '../ui/picker';

/** Several of many: what was chosen, and a list to choose from. */
export function Several({
  label,
  add,
  none,
  choices,
  chosen,
  problem,
  mayChange,
  onChange,
}: {
  label: string;
  /** What the button says that opens the list. */
  add: string;
  /** What holds while nothing is chosen. */
  none: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  problem?: string | undefined;
  mayChange: boolean;
  onChange: (chosen: readonly string[]) => void;
}) {
  const id = useId();
  const [opener, setOpener] = useState<HTMLButtonElement | null>(null);
  const [isOpen, setOpen] = useState(false);
  const toggle = (one: string) =>
    onChange(chosen.includes(one) ? chosen.filter((each) => each !== one) : [...chosen, one]);
  return (
    <fieldset className="min-w-0" {...(problem ? { 'aria-describedby': id } : {})}>
      <legend className="sr-only">{label}</legend>
      <div className="flex flex-wrap items-center gap-1.5">
        {chosen.length === 0 ? <span className="mr-1 text-ink-3">{none}</span> : null}
        {chosen.map((one) => (
          <Chip
            key={one}
            name={choices.find((choice) => choice.id === one)?.label ?? 'Something that is gone'}
            onRemove={mayChange ? () => toggle(one) : undefined}
          />
        ))}
        {mayChange ? (
          <Button ref={setOpener} tone="quiet" aria-haspopup="dialog" onClick={() => setOpen(true)}>
            {add}
          </Button>
        ) : null}
      </div>
      {problem ? (
        <p id={id} className="mt-1 text-breach text-fact">
          {problem}
        </p>
      ) : null}
      {isOpen ? (
        <Picker
          label={label}
          anchor={opener}
          several
          choices={choices.map((choice) => ({ ...choice, chosen: chosen.includes(choice.id) }))}
          onChoose={toggle}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </fieldset>
  );
}

function Chip({ name, onRemove }: { name: string; onRemove: (() => void) | undefined }) {
  return (
    <span className="inline-flex h-7 max-w-60 items-center gap-0.5 rounded-sm border border-line bg-panel pl-2">
      <bdi className="truncate">{name}</bdi>
      {onRemove ? (
        <button
          type="button"
          aria-label={`Remove ${name}`}
          onClick={onRemove}
          className="grid size-6 shrink-0 place-items-center rounded-sm text-ink-3 hover:bg-hover hover:text-ink"
        >
          <X aria-hidden size={12} />
        </button>
      ) : (
        <span className="w-2" />
      )}
    </span>
  );
}
