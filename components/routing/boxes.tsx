'use client';

import { clsx } from 'clsx';
import { box } from '../hours/clock-field';

/** One of a few, each with its words. */
export function Choose<T extends string>({
  label,
  value,
  choices,
  isWrong = false,
  onChange,
}: {
  label: string;
  value: T;
  choices: Readonly<Record<T, string>>;
  isWrong?: boolean;
  onChange: (value: T) => void;
}) {
  const all = Object.entries<string>(choices);
  return (
    <select
      aria-label={label}
      value={value}
      {...(isWrong ? { 'aria-invalid': true } : {})}
      onChange={({ target }) => onChange(target.value as T)}
      className={clsx(box, 'max-w-full')}
    >
      {all.map(([id, words]) => (
        <option key={id} value={id}>
          {words}
        </option>
      ))}
    </select>
  );
}

/** One line to type, without a label that can be seen. */
export function TextBox({
  label,
  value,
  isWrong,
  placeholder,
  className,
  type = 'text',
  onChange,
}: {
  label: string;
  value: string;
  isWrong: boolean;
  placeholder?: string;
  className?: string;
  type?: 'text' | 'date';
  onChange: (value: string) => void;
}) {
  return (
    <input
      type={type}
      aria-label={label}
      value={value}
      placeholder={placeholder}
      autoComplete="off"
      {...(isWrong ? { 'aria-invalid': true } : {})}
      onChange={({ target }) => onChange(target.value)}
      className={clsx(box, className)}
    />
  );
}
