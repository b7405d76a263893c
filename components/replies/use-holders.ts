'use client';

import { useQuery } from '@tanstack/react-query';
import type { Permission } from '@/lib/domain/access/can';
import { can } from '@/lib/domain/access/can';
import { membersQuery } from '../inbox/queries';
import { useMe } from '../shell/me';

/** The names of those who may do something, without the person at this screen. */
export function useHolders(permission: Permission, except?: string): string[] {
  const me = useMe();
  const { data: members = [] } = useQuery(membersQuery);
  return members
    .filter((member) => !member.removed && can(member, permission))
    .filter(({ id }) => id !== me.memberId && id !== except)
    .map(({ name }) => name);
}
