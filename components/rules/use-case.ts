'use client';

import { useSearchParams } from 'next/navigation';
import { useMemo, useSyncExternalStore } from 'react';
import { suppose } from '@/lib/domain/permissions/suppose';
import type { FieldName } from '@/lib/domain/permissions/suppose-fields';
import { fields } from '@/lib/domain/permissions/suppose-fields';
import type { Case } from './address';
import { caseIn, pathOf } from './address';
import type { Trial } from './trial';

const listeners = new Set<() => void>();

/** The case that the address names. It is kept nowhere else, so Back, Forward and a copied link all fit. */
export function useCase() {
  const search = useSearchParams();
  const text = useSyncExternalStore(
    subscribe,
    () => window.location.search.slice(1),
    () => search.toString(),
  );
  return useMemo(() => caseIn(text), [text]);
}

/** Tests another case. `push` where one would want to come back with Back. */
export function testCase(next: Case, how: 'push' | 'replace' = 'replace') {
  window.history[`${how}State`](null, '', pathOf(next));
  for (const listener of listeners) listener();
}

/** What a field is as long as nobody supposes otherwise of it, with all else that is supposed. */
export function wordWithout({ test, base }: Pick<Trial, 'test' | 'base'>, name: FieldName) {
  const { [name]: _, ...others } = test.supposed;
  return fields[name].read(suppose(base, others));
}

/** Supposes something, or takes it back where it is so anyway. */
export function supposeWord(trial: Pick<Trial, 'test' | 'base'>, name: FieldName, word: string) {
  const { test } = trial;
  const { [name]: _, ...others } = test.supposed;
  const isSo = wordWithout(trial, name) === word;
  testCase({ ...test, supposed: isSo ? others : { ...others, [name]: word } });
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}
