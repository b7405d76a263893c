'use client';

/** A line that is ticked or not. */
export function Check({
  label,
  hint,
  checked,
  disabled = false,
  onChange,
}: {
  label: string;
  hint?: string;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <label className="flex min-h-8 cursor-pointer items-start gap-2.5 rounded-sm px-2 py-1.5 hover:bg-hover has-disabled:cursor-not-allowed has-disabled:text-ink-3">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-0.5 size-4 accent-ink"
      />
      <span className="min-w-0 flex-1">
        {label}
        {hint ? <span className="block text-fact text-ink-3">{hint}</span> : null}
      </span>
    </label>
  );
}
