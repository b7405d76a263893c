import 'server-only';
import { sql } from 'drizzle-orm';
import { withSystem } from '@/db/client';
import type { Role } from '@/lib/domain/access/can';
import { hashOfSecret } from './session-cookie';

/** An invitation that still stands, found from outside its workspace by whoever holds the proof. */
export type OpenInvitation = {
  id: string;
  workspaceId: string;
  workspaceName: string;
  email: string;
  roles: readonly Role[];
  /** Whether someone with this e-mail address already has an account here. */
  accountId: string | null;
};

/** The invitation of a link; null when it was never made, used, revoked, or is too old. */
export function findInvitation(token: string): Promise<OpenInvitation | null> {
  return find(sql`i.token_hash = ${hashOfSecret(token)}`);
}

/** The newest open invitation for an address that somebody has just proven to be theirs. */
export function findInvitationFor(email: string): Promise<OpenInvitation | null> {
  return find(sql`i.email = ${email}`);
}

async function find(condition: ReturnType<typeof sql>): Promise<OpenInvitation | null> {
  const { rows } = await withSystem(
    (tx) =>
      tx.execute<OpenInvitation>(sql`
        select i.id, i.workspace_id as "workspaceId", w.name as "workspaceName", i.email, i.roles,
          u.id as "accountId"
        from invitations i join workspaces w on w.id = i.workspace_id
        left join users u on u.email = i.email
        where ${condition} and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
        order by i.created_at desc limit 1`),
    'read',
  );
  return rows[0] ?? null;
}
