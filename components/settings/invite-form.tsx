'use client';

import { useState } from 'react';
import type { Role } from '@/lib/domain/access/can';
import { Field } from '../entrance/field';
import { Notice } from '../entrance/notice';
import { Button } from '../ui/button';
import { inviteMemberAction } from './actions';
import { InvitationLink } from './invitation-link';
import { RoleBoxes } from './role-boxes';
import { useChange } from './use-change';

/** Invites by e-mail address and roles; shows the link to hand over. */
export function InviteForm() {
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<Role[]>(['agent']);
  const [made, setMade] = useState<{ email: string; link: string }>();
  const { change, isPending, problem } = useChange(inviteMemberAction, ({ link }) => {
    setMade({ email, link });
    setEmail('');
  });

  return (
    <form
      className="grid gap-3 rounded-lg border border-line bg-panel p-4"
      onSubmit={(event) => {
        event.preventDefault();
        setMade(undefined);
        change({ email, roles });
      }}
    >
      <Notice message={problem} />
      <Field
        label="E-mail address"
        name="invite-email"
        type="email"
        autoComplete="off"
        value={email}
        onChange={({ target }) => setEmail(target.value)}
        required
        maxLength={254}
      />
      <RoleBoxes of="the new member" chosen={roles} onChoose={setRoles} />
      <Button type="submit" tone="go" disabled={isPending} className="justify-self-start">
        Make an invitation
      </Button>
      {made ? <InvitationLink {...made} /> : null}
    </form>
  );
}
