import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '@/db/client';
import { users } from '@/db/schema/accounts';
import { invitations, members } from '@/db/schema/workspaces';
import type { OpenInvitation } from '@/lib/auth/invitations';
import { withSystemRights } from '@/lib/auth/system-rights';
import { Refusal } from '@/lib/domain/refusal';
import { asSystem } from '../command';

/** Who takes an invitation: someone with an account, or someone who gets one by taking it. */
export type Newcomer =
  | { userId: string }
  | { name: string; passwordHash: string | null; oidcSubject: string | null };

/** Uses an invitation up and makes its taker a member, both or neither; returns the user's id. */
export function join(invitation: OpenInvitation, newcomer: Newcomer): Promise<string> {
  return asSystem(invitation.workspaceId, async ({ tx }) => {
    await useUp(tx, invitation);
    const user = await withSystemRights(tx, () => accountOf(tx, newcomer, invitation.email));
    const memberId = await becomeMember(tx, invitation, user);
    return { value: user.id, events: [{ type: 'member.joined', memberId }] };
  });
}

/** What is said about an invitation that is unknown, used, revoked or too old. */
export function invitationIsClosed(): Refusal {
  return new Refusal('not_found', 'This invitation is no longer open. Ask for a new one.');
}

async function useUp(tx: Tx, { id, workspaceId }: OpenInvitation): Promise<void> {
  const used = await tx
    .update(invitations)
    .set({ acceptedAt: sql`now()` })
    .where(
      and(
        eq(invitations.workspaceId, workspaceId),
        eq(invitations.id, id),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        sql`${invitations.expiresAt} > now()`,
      ),
    )
    .returning({ id: invitations.id });
  if (used.length === 0) throw invitationIsClosed();
}

async function accountOf(tx: Tx, newcomer: Newcomer, email: string) {
  const columns = { id: users.id, name: users.name };
  if ('userId' in newcomer) {
    const [known] = await tx
      .select(columns)
      .from(users)
      .where(and(eq(users.id, newcomer.userId), isNull(users.disabledAt)));
    if (known) return known;
    throw invitationIsClosed();
  }
  const [made] = await tx
    .insert(users)
    .values({ id: uuidv7(), email, ...newcomer })
    .onConflictDoNothing()
    .returning(columns);
  if (made) return made;
  throw new Refusal(
    'conflict',
    'An account with this e-mail address exists. Sign in with it first.',
  );
}

async function becomeMember(
  tx: Tx,
  { workspaceId, roles, email }: OpenInvitation,
  user: { id: string; name: string },
): Promise<string> {
  const [joined] = await tx
    .insert(members)
    .values({
      workspaceId,
      id: uuidv7(),
      userId: user.id,
      name: user.name,
      email,
      roles: [...roles],
    })
    // Someone who was removed comes back as the same member, so that what they wrote keeps its author.
    .onConflictDoUpdate({
      target: [members.workspaceId, members.userId],
      set: { removedAt: null, roles: [...roles] },
      setWhere: sql`${members.removedAt} is not null`,
    })
    .returning({ id: members.id });
  if (joined) return joined.id;
  throw new Refusal('conflict', 'You are a member of this workspace already.');
}
