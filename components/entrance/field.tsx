import type { InputHTMLAttributes } from 'react';

/** One labelled line to fill in; `hint` says what will do before anyone is refused. */
export function Field({
  label,
  name,
  hint,
  ...props
}: Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> & {
  label: string;
  name: string;
  hint?: string;
}) {
  return (
    <div>
      <label htmlFor={name} className="mb-1 block font-strong text-ink-2">
        {label}
      </label>
      <input
        id={name}
        name={name}
        {...(hint ? { 'aria-describedby': `${name}-hint` } : {})}
        className="h-9 w-full rounded-sm border border-line-strong bg-panel px-2.5 text-message text-ink placeholder:text-ink-3 read-only:bg-sunken"
        {...props}
      />
      {hint ? (
        <p id={`${name}-hint`} className="mt-1 text-fact text-ink-3">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
