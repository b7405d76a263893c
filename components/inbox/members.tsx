'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createContext, use } from 'react';
import { useMe } from '../shell/me';
import { membersQuery } from './queries';

type NameOf = (memberId: string | null) => string;

const NamesContext = createContext<NameOf>(() => 'a colleague');

/** One look at the members for everything below: a conversation names them on every line. */
export function MemberNames({ children }: { children: ReactNode }) {
  const { memberId: me } = useMe();
  const { data: members } = useQuery(membersQuery);
  const nameOf: NameOf = (memberId) => {
    if (memberId === null) return 'nobody';
    if (memberId === me) return 'you';
    return members?.find(({ id }) => id === memberId)?.name ?? 'a colleague';
  };
  return <NamesContext value={nameOf}>{children}</NamesContext>;
}

/** Says who a member is: "you", a colleague's name, or that someone left before we knew. */
export function useMemberNames(): NameOf {
  return use(NamesContext);
}
