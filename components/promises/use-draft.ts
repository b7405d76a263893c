'use client';

import { useState } from 'react';

type Version = { versionId: string; by: string | null };

/**
 * What is being edited of something that has versions. What a colleague saves meanwhile is taken over as long as
 * nothing is typed; else both are kept, until somebody says which holds.
 */
export function useDraft<V extends Version | null, D>(view: V, draftOf: (view: V) => D) {
  const [base, setBase] = useState(view);
  const [draft, setDraft] = useState(() => draftOf(view));
  const isDirty = !isSame(draft, draftOf(base));
  const isNewer = view !== null && view.versionId !== base?.versionId;

  if (isNewer && (!isDirty || isSame(draft, draftOf(view)))) {
    setBase(view);
    setDraft(draftOf(view));
  }

  return {
    draft,
    isDirty,
    /** The version that a save replaces. */
    basedOn: base?.versionId ?? null,
    set: (patch: Partial<D>) => setDraft((now) => ({ ...now, ...patch })),
    /** What somebody else saved meanwhile, and the two ways on. */
    newer:
      isNewer && isDirty
        ? {
            by: view.by,
            takeTheirs: () => {
              setBase(view);
              setDraft(draftOf(view));
            },
            keepMine: () => setBase(view),
          }
        : null,
  };
}

export type Newer = NonNullable<ReturnType<typeof useDraft>['newer']>;

/** The names that lines go by on the screen are no part of what they say. */
function isSame(one: unknown, other: unknown): boolean {
  const said = (value: unknown) =>
    JSON.stringify(value, (key, part) => (key === 'key' ? undefined : part));
  return said(one) === said(other);
}
