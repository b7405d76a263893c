'use client';
'use no memo'; // Drawn once or seldom: remembering its parts would only weigh on the first load.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { GuideStep, toldSteps } from '@/lib/domain/member/guide';
import type { GuideView } from '@/lib/queries/members/guide';
import { guideQuery } from './queries';

type Told = (typeof toldSteps)[number];

export type Guide = {
  view: GuideView;
  /** The first step that is not done; null when all are. */
  next: GuideStep | null;
  tell: (step: Told) => void;
  putAway: () => void;
};

/** The guide while it is of use: not yet put away, and with something left when the page was opened. */
export function useGuide(): Guide | null {
  const client = useQueryClient();
  const { data: view } = useQuery(guideQuery);
  const next = view?.steps.find(({ done }) => !done)?.id ?? null;
  // Who has just done the last step sees that it was the last.
  const [begun, setBegun] = useState(next !== null);
  if (next !== null && !begun) setBegun(true);
  if (!view || view.dismissed || !begun) return null;

  function change(patch: { done?: Told[]; dismissed?: true }) {
    client.setQueryData(guideQuery.queryKey, (before) => before && patched(before, patch));
    void fetch('/api/guide', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(patch),
    }).catch(() => undefined);
  }
  return {
    view,
    next,
    tell: (step) => {
      if (view.steps.some(({ id, done }) => id === step && !done)) change({ done: [step] });
    },
    putAway: () => change({ dismissed: true }),
  };
}

function patched(
  view: GuideView,
  { done = [], dismissed = view.dismissed }: { done?: GuideStep[]; dismissed?: boolean },
): GuideView {
  const steps = view.steps.map((step) => (done.includes(step.id) ? { ...step, done: true } : step));
  return { ...view, dismissed, steps };
}
