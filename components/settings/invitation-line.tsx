'use client';

import { useState } from 'react';
import type { InvitationRow } from '@/lib/queries/members/list-members';
import { Notice } from '../entrance/notice';
import { Button } from '../ui/button';
import { useClock } from '../ui/clock';
import { dayName } from '../ui/days';
import { renewInvitationAction, revokeInvitationAction } from './actions';
import { InvitationLink } from './invitation-link';
import { roleNames } from './role-names';
import { useChange } from './use-change';

/** An invitation that nobody has taken yet: a new link for it, or its end. */
export function InvitationLine({ invitation }: { invitation: InvitationRow }) {
  const { id, email, roles, invitedBy, expiresAt, expired } = invitation;
  const { now, zone } = useClock();
  const [link, setLink] = useState<string>();
  const withdrawal = useChange(revokeInvitationAction);
  const renewal = useChange(renewInvitationAction, (renewed) => setLink(renewed.link));
  const isPending = withdrawal.isPending || renewal.isPending;
  return (
    <li className="grid gap-2 border-line border-b px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="min-w-40 flex-1">
          <p className="truncate">
            <bdi>{email}</bdi>
          </p>
          <p className="text-fact text-ink-3">
            {roles.map((role) => roleNames[role]).join(', ')}; invited by <bdi>{invitedBy}</bdi>;{' '}
            {expired ? 'too old to be used' : `open until ${dayName(expiresAt, now, zone)}`}
          </p>
        </div>
        <Button disabled={isPending} onClick={() => renewal.change({ invitationId: id })}>
          New link<span className="sr-only"> for {email}</span>
        </Button>
        <Button
          tone="quiet"
          disabled={isPending}
          onClick={() => withdrawal.change({ invitationId: id })}
        >
          Withdraw<span className="sr-only"> the invitation for {email}</span>
        </Button>
      </div>
      <Notice message={withdrawal.problem ?? renewal.problem} />
      {link === undefined ? null : <InvitationLink email={email} link={link} renewed />}
    </li>
  );
}
