'use client';

import type { InvitationRow } from '@/lib/queries/members/list-members';
import { Notice } from '../entrance/notice';
import { Button } from '../ui/button';
import { useClock } from '../ui/clock';
import { dayName } from '../ui/time';
import { revokeInvitationAction } from './actions';
import { roleNames } from './role-boxes';
import { useChange } from './use-change';

/** An invitation that nobody has taken yet. Inviting the same address again replaces it. */
export function InvitationLine({ invitation }: { invitation: InvitationRow }) {
  const { id, email, roles, invitedBy, expiresAt, expired } = invitation;
  const { now, zone } = useClock();
  const { change, isPending, problem } = useChange(revokeInvitationAction);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-b px-4 py-3 last:border-b-0">
      <div className="min-w-40 flex-1">
        <p className="truncate">{email}</p>
        <p className="text-fact text-ink-3">
          {roles.map((role) => roleNames[role]).join(', ')}; invited by <bdi>{invitedBy}</bdi>;{' '}
          {expired ? 'too old to be used' : `open until ${dayName(expiresAt, now, zone)}`}
        </p>
      </div>
      <Button tone="quiet" disabled={isPending} onClick={() => change({ invitationId: id })}>
        Withdraw<span className="sr-only"> the invitation for {email}</span>
      </Button>
      <Notice message={problem} />
    </li>
  );
}
