import type { ReactNode } from 'react';
import { Button } from '../ui/button';

/** The foot of a form: the way to keep it, and whether it is. */
export function SaveRow({
  children = 'Save',
  isDirty,
  isPending,
  isKept,
  keptWord = 'Saved',
}: {
  children?: ReactNode;
  isDirty: boolean;
  isPending: boolean;
  isKept: boolean;
  keptWord?: string;
}) {
  return (
    <div className="flex min-h-7 flex-wrap items-center gap-3">
      <Button type="submit" tone="go" disabled={isPending || !isDirty}>
        {children}
      </Button>
      <p role="status" className="text-ink-2">
        {wordFor({ isDirty, isPending, isKept, keptWord })}
      </p>
    </div>
  );
}

function wordFor(state: {
  isDirty: boolean;
  isPending: boolean;
  isKept: boolean;
  keptWord: string;
}): string | null {
  if (state.isPending) return 'Saving';
  if (state.isKept) return state.keptWord;
  return state.isDirty ? 'Not saved yet' : null;
}
