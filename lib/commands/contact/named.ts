import 'server-only';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import type { NamedContact } from '@/lib/domain/contact/identity';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';

/** The contact whom another system means. Refuses as `not_found` who never wrote to us, and as `conflict` a handle of several. */
export async function contactNamed(
  { tx, workspaceId }: CommandContext<null>,
  named: NamedContact,
): Promise<string> {
  const { rows } = await tx.execute<{ id: string }>(
    sql`select distinct ${whose(workspaceId, named)} limit 2`,
  );
  const [found, another] = rows;
  if (!found) {
    throw new Refusal('not_found', 'Nobody of this name has written to this workspace.');
  }
  if (another) throw new Refusal('conflict', 'Several people here have had this handle.');
  return found.id;
}

function whose(workspaceId: string, named: NamedContact): SQL {
  if (named.by === 'id') {
    return sql`id from contacts where workspace_id = ${workspaceId} and id = ${named.contactId}`;
  }
  const name =
    named.by === 'handle'
      ? sql`lower(handle) = ${named.handle}`
      : sql`external_id = ${named.externalId}`;
  return sql`contact_id as id from identities
    where workspace_id = ${workspaceId} and network = ${named.network} and ${name}`;
}
