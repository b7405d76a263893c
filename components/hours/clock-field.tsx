'use client';

import { useState } from 'react';
import { readClock } from '@/lib/domain/sla/hours';

export const box =
  'h-8 rounded-sm border border-line-strong bg-paper px-2 text-ink tabular-nums placeholder:text-ink-3 disabled:bg-sunken aria-invalid:border-breach';

/** A time of day to type: "9" becomes 09:00 when one goes on. */
export function ClockField({
  label,
  value,
  problemId,
  isWrong,
  onChange,
}: {
  label: string;
  value: string;
  problemId?: string | undefined;
  isWrong: boolean;
  onChange: (value: string) => void;
}) {
  const [isTyping, setTyping] = useState(false);
  return (
    <input
      aria-label={label}
      inputMode="text"
      autoComplete="off"
      spellCheck={false}
      maxLength={7}
      value={value}
      onFocus={() => setTyping(true)}
      onChange={({ target }) => onChange(target.value)}
      onBlur={() => {
        setTyping(false);
        const read = readClock(value);
        if (read !== null && read !== value) onChange(read);
      }}
      className={`${box} w-17`}
      {...(isWrong && !isTyping ? { 'aria-invalid': true, 'aria-describedby': problemId } : {})}
    />
  );
}
