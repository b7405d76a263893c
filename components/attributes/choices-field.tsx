/** What can be chosen, one on a line. */
export function ChoicesField({
  id,
  value,
  problem,
  onChange,
}: {
  id: string;
  value: string;
  problem: string | undefined;
  onChange: (value: string) => void;
}) {
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-strong text-ink-2">
        What can be chosen
      </label>
      <textarea
        id={id}
        rows={4}
        value={value}
        aria-describedby={`${id}-hint`}
        {...(problem ? { 'aria-invalid': true } : {})}
        onChange={({ target }) => onChange(target.value)}
        className="w-full rounded-sm border border-line-strong bg-panel px-2.5 py-1.5 text-message text-ink aria-invalid:border-breach"
      />
      <p
        id={`${id}-hint`}
        {...(problem ? { role: 'alert' } : {})}
        className={problem ? 'text-breach text-fact' : 'text-fact text-ink-3'}
      >
        {problem ?? 'One on a line.'}
      </p>
    </div>
  );
}
