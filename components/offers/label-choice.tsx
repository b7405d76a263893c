import type { LabelView } from '@/lib/queries/inbox/views';
import type { AudiencePreview } from '@/lib/queries/offers/audience';
import { LabelChip } from '../ui/label-chip';

/** Chooses the labels of whom an offer is for, each with how many of those who agreed carry it. */
export function LabelChoice({
  labels,
  chosen,
  byLabel,
  onChange,
}: {
  labels: readonly LabelView[];
  chosen: readonly string[];
  byLabel: AudiencePreview['byLabel'];
  onChange: (chosen: string[]) => void;
}) {
  const shown = labels.filter(({ id, archived }) => !archived || chosen.includes(id));
  if (shown.length === 0) return null;
  return (
    <fieldset>
      <legend className="mb-1 font-strong text-ink-2">
        Only those who carry one of these labels
      </legend>
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {shown.map((label) => (
          <li key={label.id}>
            <label className="flex min-h-6 items-center gap-1.5">
              <input
                type="checkbox"
                checked={chosen.includes(label.id)}
                onChange={({ target }) =>
                  onChange(
                    target.checked
                      ? [...chosen, label.id]
                      : chosen.filter((labelId) => labelId !== label.id),
                  )
                }
                className="size-4 shrink-0 accent-ink"
              />
              <LabelChip label={label} />
              <span className="text-fact text-ink-3 tabular-nums">{byLabel[label.id] ?? 0}</span>
            </label>
          </li>
        ))}
      </ul>
      <p className="mt-1 text-fact text-ink-3">None chosen: everybody who agreed.</p>
    </fieldset>
  );
}
