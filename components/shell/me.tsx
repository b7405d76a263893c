'use client';
'use no memo'; // Drawn once or seldom: remembering its parts would only weigh on the first load.

import type { ReactNode } from 'react';
import { createContext, use } from 'react';
import type { Permission } from '@/lib/domain/access/can';
import { can } from '@/lib/domain/access/can';
import type { MeView } from '@/lib/queries/inbox/views';

const MeContext = createContext<MeView | null>(null);

/** Who sits in front of this screen. */
export function MeProvider({ me, children }: { me: MeView; children: ReactNode }) {
  return <MeContext value={me}>{children}</MeContext>;
}

export function useMe(): MeView {
  const me = use(MeContext);
  if (!me) throw new Error('Nobody is signed in here.');
  return me;
}

/** The same question that the server asks before it does anything. */
export function useCan(permission: Permission): boolean {
  return can(useMe(), permission);
}
