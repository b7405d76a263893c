'use client';

import { useQueryClient } from '@tanstack/react-query';
import type { Stated } from '@/lib/domain/routing/availability';
import type { AttendanceView } from '@/lib/queries/attendance/views';
import { useMe } from '../shell/me';
import { setOwnAvailabilityAction } from './actions';
import { ownAttendanceQuery } from './queries';

const didNotAnswer = 'Porchlight did not answer. Nothing was changed; try again.';

/** Says it: on this screen at once, and back as it was if it is refused. Resolves with why not; undefined when it holds. */
export function useSetOwn(): (stated: Stated) => Promise<string | undefined> {
  const client = useQueryClient();
  const { memberId } = useMe();
  const { queryKey } = ownAttendanceQuery(memberId);

  return async (stated) => {
    await client.cancelQueries({ queryKey });
    const before = client.getQueryData(queryKey);
    client.setQueryData(queryKey, before && saying(before, stated));
    const result = await setOwnAvailabilityAction(stated).catch(() => null);
    const why = result?.ok ? undefined : (result?.refusal.message ?? didNotAnswer);
    if (why !== undefined) client.setQueryData(queryKey, before);
    void client.invalidateQueries({ queryKey });
    return why;
  };
}

function saying(view: AttendanceView, stated: Stated): AttendanceView {
  return { ...view, members: view.members.map((own) => ({ ...own, ...stated, by: null })) };
}
