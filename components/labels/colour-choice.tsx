import { useId } from 'react';
import type { LabelColour } from '@/lib/domain/conversation/labels';
import { labelColours } from '@/lib/domain/conversation/labels';

/** The colours a label may have, each with its name; arrow keys move between them. */
export function ColourChoice({
  chosen,
  onChoose,
}: {
  chosen: string;
  onChoose: (colour: LabelColour) => void;
}) {
  const group = useId();
  return (
    <fieldset>
      <legend className="mb-1 font-strong text-ink-2">
        Colour: <span className="font-quiet">{chosen}</span>
      </legend>
      <div className="flex flex-wrap gap-1">
        {labelColours.map((colour) => (
          <label
            key={colour}
            title={colour}
            className="relative grid size-8 place-items-center rounded-sm hover:bg-hover has-checked:bg-chosen has-checked:ring-1 has-checked:ring-line-strong has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name={group}
              value={colour}
              checked={chosen === colour}
              onChange={() => onChoose(colour)}
              className="absolute inset-0 size-full cursor-pointer appearance-none rounded-sm outline-none"
            />
            <span aria-hidden data-label={colour} className="label-mark size-4 rounded-full" />
            <span className="sr-only">{colour}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
