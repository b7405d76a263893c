'use client';
'use no memo'; // Drawn as a whole or not at all: remembering its parts would only weigh on the first load.

import { clsx } from 'clsx';
import { Icon } from '../ui/icon';

/** The box that chooses a conversation. It lies over the face while a pointer is near or one is choosing. */
export function RowBox({
  id,
  name,
  selected,
  choosing,
  onToggle,
}: {
  id: string;
  name: string;
  selected: boolean;
  choosing: boolean;
  onToggle: (id: string, range: boolean) => void;
}) {
  return (
    <span
      className={clsx(
        'absolute top-2 left-[23px] grid size-[34px] place-items-center rounded-full',
        selected || choosing ? 'bg-panel' : 'bg-hover opacity-0 group-hover/row:opacity-100',
      )}
    >
      <input
        type="checkbox"
        checked={selected}
        aria-label={`Select ${name}`}
        tabIndex={-1}
        // The keys stay with the row.
        onMouseDown={(event) => event.preventDefault()}
        onChange={({ nativeEvent: press }) => {
          onToggle(id, press instanceof MouseEvent && press.shiftKey);
        }}
        className="absolute inset-0 cursor-pointer appearance-none rounded-full"
      />
      <span
        aria-hidden
        className={clsx(
          'pointer-events-none grid size-[18px] place-items-center rounded-sm border',
          selected ? 'border-ink bg-ink text-panel' : 'border-ink-3 bg-panel',
        )}
      >
        {selected ? <Icon name="check" size={14} /> : null}
      </span>
    </span>
  );
}
