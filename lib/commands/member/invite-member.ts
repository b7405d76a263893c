import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { invitations, members } from '@/db/schema/workspaces';
import { hashOfSecret, newSecret } from '@/lib/auth/session-cookie';
import { Refusal } from '@/lib/domain/refusal';
import { env } from '@/lib/env';
import { command } from '../command';
import { someRoles } from './roles';

const INVITATION_HOURS = 72;

/** When an invitation that is made or renewed now is too old. */
export const invitationLasts = sql`now() + make_interval(hours => ${INVITATION_HOURS})`;

/** What is handed over to who is invited. */
export function linkOf(token: string): string {
  return `${env().APP_URL}/invite/${token}`;
}

/** Invites a person by e-mail address; returns the link to hand over. Inviting again replaces the link. */
export const inviteMember = command({
  permission: 'member.invite',
  input: z.strictObject({
    email: z
      .string()
      .max(254)
      .transform((email) => email.trim().toLowerCase())
      .pipe(z.email({ error: 'This is not an e-mail address.' })),
    roles: someRoles,
  }),
  async run({ tx, workspaceId, actor }, { email, roles }) {
    await oneAtATime(tx, workspaceId, email);
    if (await isMember(tx, workspaceId, email)) {
      throw new Refusal('conflict', `${email} is a member already.`);
    }
    await withdrawEarlier(tx, workspaceId, email);
    const token = newSecret();
    const id = uuidv7();
    await tx.insert(invitations).values({
      workspaceId,
      id,
      email,
      roles,
      tokenHash: hashOfSecret(token),
      invitedBy: actor.memberId,
      expiresAt: invitationLasts,
    });
    return {
      value: { id, link: linkOf(token) },
      events: [{ type: 'member.invited', data: { invitationId: id } }],
    };
  },
});

// Two admins who invite the same person at once would otherwise leave two links open.
async function oneAtATime(tx: Tx, workspaceId: string, email: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${workspaceId + email}, 0))`);
}

async function isMember(tx: Tx, workspaceId: string, email: string): Promise<boolean> {
  const found = await tx
    .select({ id: members.id })
    .from(members)
    .where(
      and(
        eq(members.workspaceId, workspaceId),
        eq(members.email, email),
        isNull(members.removedAt),
      ),
    );
  return found.length > 0;
}

async function withdrawEarlier(tx: Tx, workspaceId: string, email: string): Promise<void> {
  await tx
    .update(invitations)
    .set({ revokedAt: sql`now()` })
    .where(
      and(
        eq(invitations.workspaceId, workspaceId),
        eq(invitations.email, email),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    );
}
