import type { Allowance } from '@/lib/domain/replies/reply';
import { allowances } from '@/lib/domain/replies/reply';
import { allowanceWords } from '../words';

/** How much of the words agents may change. */
export function AllowanceChoice({
  allowance,
  onChange,
}: {
  allowance: Allowance;
  onChange: (allowance: Allowance) => void;
}) {
  return (
    <fieldset>
      <legend className="mb-1 font-strong text-ink-2">Agents may change</legend>
      <div className="grid gap-x-4 gap-y-1 sm:grid-cols-3">
        {allowances.toReversed().map((each) => (
          <label key={each} className="flex min-h-6 items-start gap-2">
            <input
              type="radio"
              name="allowance"
              checked={allowance === each}
              onChange={() => onChange(each)}
              className="mt-0.5 size-4 shrink-0 accent-ink"
            />
            <span>
              {allowanceWords[each].name}
              <span className="block text-fact text-ink-3">{allowanceWords[each].about}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
