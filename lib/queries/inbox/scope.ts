import type { Status, View } from '@/lib/domain/conversation/conversation';

type Scope = {
  statuses: readonly Status[];
  /** Whose conversations; `me` is a member's id. */
  owner: 'me' | 'nobody' | 'anybody';
};

const active = ['open', 'waiting', 'on_hold'] as const satisfies Status[];

/** Which conversations stand in each view. */
export const scopes = {
  mine: { statuses: active, owner: 'me' },
  unassigned: { statuses: active, owner: 'nobody' },
  open: { statuses: active, owner: 'anybody' },
  resolved: { statuses: ['resolved'], owner: 'anybody' },
} as const satisfies Record<View, Scope>;
