'use client';

import { useQuery } from '@tanstack/react-query';
import { useMe } from '../shell/me';
import { membersQuery } from './queries';

/** Says who a member is: "you", a colleague's name, or that someone left before we knew. */
export function useMemberNames(): (memberId: string | null) => string {
  const me = useMe();
  const { data: members } = useQuery(membersQuery);
  return (memberId) => {
    if (memberId === null) return 'nobody';
    if (memberId === me.memberId) return 'you';
    return members?.find(({ id }) => id === memberId)?.name ?? 'a colleague';
  };
}
