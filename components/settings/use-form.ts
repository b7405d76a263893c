'use client';

import { useState } from 'react';
import type { ActionResult } from '@/lib/action';
import { useChange } from './use-change';

type Values = Readonly<Record<string, string>>;

type Form<V extends Values> = {
  /** What the form holds when nothing was typed: what the server last said. */
  kept: V;
  /** What stays in the fields once it is kept; by default what was sent. */
  after?: V;
};

/**
 * The fields of a form and what became of them. What was typed stays until it is kept; what the server
 * says anew is taken over unless something is being typed.
 */
export function useForm<V extends Values, T>(
  action: (input: unknown) => Promise<ActionResult<T>>,
  { kept, after }: Form<V>,
  onDone?: (value: T) => void,
) {
  const [values, setValues] = useState(kept);
  const [base, setBase] = useState(kept);
  const [seen, setSeen] = useState(kept);
  const [isKept, setKept] = useState(false);
  const isDirty = differ(values, base);

  if (differ(seen, kept)) {
    setSeen(kept);
    setBase(kept);
    if (!isDirty) setValues(kept);
  }

  const { change, isPending, problem, fields } = useChange(action, (value: T) => {
    const shown = after ?? values;
    // Whoever types on meanwhile keeps what they type.
    setValues((now) => (differ(now, values) ? now : shown));
    setBase(shown);
    setKept(true);
    onDone?.(value);
  });

  function set(name: keyof V & string, value: string) {
    setKept(false);
    setValues((before) => ({ ...before, [name]: value }));
  }

  return {
    values,
    set,
    isDirty,
    isPending,
    /** Kept, and not touched since. */
    isKept: isKept && !isDirty,
    fields,
    problem: Object.keys(fields).length > 0 ? undefined : problem,
    send: (more: Readonly<Record<string, unknown>> = {}) => change({ ...values, ...more }),
  };
}

function differ(one: Values, other: Values): boolean {
  return Object.keys(one).some((name) => one[name] !== other[name]);
}
