'use client';

import { clsx } from 'clsx';
import type { DragEvent } from 'react';
import { useRef, useState } from 'react';
import { buttonClass } from '../../ui/button';

/** Takes a file that is dropped or chosen. */
export function ChooseFile({
  disabled,
  onFile,
}: {
  disabled: boolean;
  onFile: (file: File) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);

  function take(file: File | undefined) {
    if (file && !disabled) onFile(file);
    // So that the same file can be chosen again after it was mended.
    if (input.current) input.current.value = '';
  }

  const drop = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      take(event.dataTransfer.files[0]);
    },
  };

  return (
    // Dropping is the pointer’s way to what the button does.
    <div
      {...drop}
      className={clsx(
        'flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-dashed px-4 py-5',
        isOver ? 'border-ink bg-hover' : 'border-line-strong bg-panel',
      )}
    >
      <label
        className={buttonClass(
          'plain',
          'cursor-pointer focus-within:outline-2 focus-within:outline-focus focus-within:outline-offset-2',
        )}
      >
        Choose a file
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,.json,text/csv,application/json"
          disabled={disabled}
          onChange={({ target }) => take(target.files?.[0])}
          className="sr-only"
        />
      </label>
      <span className="text-ink-2">or drop it here. CSV or JSON, up to 5 MB and 5,000 rows.</span>
    </div>
  );
}
