import 'server-only';
import type { Tx } from '@/db/client';
import { prepared } from '@/db/client';
import type { AttributeValues } from '@/lib/domain/contact/contact';
import type { VariableValues } from '@/lib/domain/replies/variables';
import { valuesOf } from '@/lib/domain/replies/variables';

type Row = {
  contactName: string;
  contactHandle: string | null;
  channelHandle: string;
  attributes: AttributeValues;
};

/**
 * What the variables of an approved reply say in a conversation that this member answers. Query and command ask this one.
 * Undefined when there is no such conversation.
 */
export async function replyValuesOf(
  tx: Tx,
  { workspaceId, name: memberName }: { workspaceId: string; name: string },
  conversationId: string,
): Promise<VariableValues | undefined> {
  const [row] = await prepared<Row>(tx, {
    name: 'reply_values',
    text: `
      select coalesce(person.name, contact.name) as "contactName", person.handle as "contactHandle",
        channel.handle as "channelHandle", contact.attributes
      from conversations thread
      join channels channel on channel.workspace_id = thread.workspace_id and channel.id = thread.channel_id
      join identities person on person.workspace_id = thread.workspace_id and person.id = thread.identity_id
      join contacts contact on contact.workspace_id = thread.workspace_id and contact.id = person.contact_id
      where thread.workspace_id = $1 and thread.id = $2`,
    values: [workspaceId, conversationId],
  });
  return row && valuesOf({ ...row, memberName, conversationId });
}
