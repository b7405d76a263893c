import 'server-only';
import { sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { CommandContext } from '../command';
import type { ToldPerson } from './told';

/**
 * The person's identity, made with its contact on first sight. One statement: of many first messages
 * at once, one makes the contact and the others find it. A contact follows its person's name.
 */
export async function identityFor(
  { tx, workspaceId }: CommandContext<null>,
  network: string,
  person: ToldPerson,
): Promise<string> {
  const { externalId, handle, name, avatarUrl, verified, followerCount } = person;
  const contactId = uuid();
  const { rows } = await tx.execute<{ id: string }>(sql`
    with before as (
      select name, handle from identities
      where workspace_id = ${workspaceId} and network = ${network} and external_id = ${externalId}
    ), identity as (
      insert into identities (workspace_id, id, contact_id, network, external_id, handle, name,
        avatar_url, verified, follower_count)
      values (${workspaceId}, ${uuid()}, ${contactId}, ${network}, ${externalId}, ${handle ?? null},
        ${name ?? null}, ${avatarUrl ?? null}, ${verified ?? null}, ${followerCount ?? null})
      on conflict (workspace_id, network, external_id) do update set
        handle = coalesce(excluded.handle, identities.handle),
        name = coalesce(excluded.name, identities.name),
        avatar_url = coalesce(excluded.avatar_url, identities.avatar_url),
        verified = coalesce(excluded.verified, identities.verified),
        follower_count = coalesce(excluded.follower_count, identities.follower_count),
        seen_at = now()
      returning id, contact_id, external_id, name, handle
    ), called as (
      select id, contact_id, coalesce(name, '@' || handle, external_id) as name from identity
    ), introduced as (
      insert into contacts (workspace_id, id, name)
      select ${workspaceId}::uuid, contact_id, name from called where contact_id = ${contactId}
    ), renamed as (
      update contacts set name = called.name from called, before
      where contacts.workspace_id = ${workspaceId} and contacts.id = called.contact_id
        and contacts.name <> called.name
        and contacts.name in (before.name, '@' || before.handle, ${externalId})
    )
    select id from called`);
  const [identity] = rows;
  if (!identity) throw new Error('an upsert returned no row');
  return identity.id;
}
