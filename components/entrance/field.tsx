import type { InputHTMLAttributes } from 'react';

/**
 * One labelled line to fill in; `hint` says what will do before anyone is refused, `problem` what did
 * not, in the place of the hint.
 */
export function Field({
  label,
  name,
  hint,
  problem,
  ...props
}: Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> & {
  label: string;
  name: string;
  hint?: string;
  problem?: string | undefined;
}) {
  const said = problem ?? hint;
  return (
    <div>
      <label htmlFor={name} className="mb-1 block font-strong text-ink-2">
        {label}
      </label>
      <input
        id={name}
        name={name}
        {...(said ? { 'aria-describedby': `${name}-hint` } : {})}
        {...(problem ? { 'aria-invalid': true } : {})}
        className="h-9 w-full rounded-sm border border-line-strong bg-panel px-2.5 text-message text-ink placeholder:text-ink-3 read-only:bg-sunken aria-invalid:border-breach"
        {...props}
      />
      {said ? (
        <p
          id={`${name}-hint`}
          {...(problem ? { role: 'alert' } : {})}
          className={problem ? 'mt-1 text-breach text-fact' : 'mt-1 text-fact text-ink-3'}
        >
          {said}
        </p>
      ) : null}
    </div>
  );
}
