import { clsx } from 'clsx';
import type { LabelColour } from '@/lib/domain/conversation/labels';

/** A label as people see it everywhere: its name on its colour; struck off when it is archived. */
export function LabelChip({
  label: { name, colour, archived = false },
  className,
}: {
  label: { name: string; colour: LabelColour; archived?: boolean };
  className?: string;
}) {
  return (
    <span
      data-label={colour}
      title={archived ? `${name} (archived)` : name}
      className={clsx(
        'label-colour inline-block max-w-40 truncate rounded-sm px-1.5 align-bottom text-fact',
        archived && 'line-through',
        className,
      )}
    >
      <bdi>{name}</bdi>
      {archived ? <span className="sr-only"> (archived)</span> : null}
    </span>
  );
}
