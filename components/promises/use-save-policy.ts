'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { metrics } from '@/lib/domain/sla/policy';
import type { SlaPolicyView } from '@/lib/queries/sla/settings';
import { useChange } from '../settings/use-change';
import { toast } from '../ui/toast';
import { savePolicyAction } from './actions';
import type { ApplyTo } from './apply-question';
import type { PolicyDraft } from './draft';
import { conditionsIn, policyIn, secondsIn } from './draft';

/** The change as its effect is asked about before it is made. */
export function inMind(view: SlaPolicyView | null, draft: PolicyDraft) {
  const seconds = Object.fromEntries(
    metrics.flatMap((metric) => {
      const promised = draft.promises[metric];
      return promised.on ? [[metric, secondsIn(promised)]] : [];
    }),
  );
  const { channelIds, teamIds, labelIds, priorities, contactKinds, vip } = conditionsIn(draft);
  const conditions = {
    ...(channelIds && { channelIds: [...channelIds] }),
    ...(teamIds && { teamIds: [...teamIds] }),
    ...(labelIds && { labelIds: [...labelIds] }),
    ...(priorities && { priorities: [...priorities] }),
    ...(contactKinds && { contactKinds: [...contactKinds] }),
    ...(vip !== undefined && { vip }),
  };
  return { kind: 'policy' as const, policyId: view?.policyId ?? null, conditions, seconds };
}

/** Keeps a draft and goes back to the list; what is refused is said where it was entered. */
export function useSavePolicy(
  view: SlaPolicyView | null,
  draft: PolicyDraft,
  basedOn: string | null,
) {
  const router = useRouter();
  const [asks, setAsks] = useState(false);
  const { change, isPending, problem, fields } = useChange(savePolicyAction, () => {
    toast(view ? 'Policy saved' : 'Policy added');
    router.push('/settings/promises');
  });

  function save(applyTo: ApplyTo) {
    setAsks(false);
    change({ policyId: view?.policyId ?? null, basedOn, policy: policyIn(draft), applyTo });
  }

  const here = Object.entries(fields).map(([name, why]) => [name.replace(/^policy\./, ''), why]);
  return { asks, setAsks, save, isPending, problem, fields: Object.fromEntries(here) };
}
