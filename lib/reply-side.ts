import 'server-only';
import type { Tx } from '@/db/client';
import { prepared } from '@/db/client';
import type { Actor } from './domain/access/can';
import type { AttributeValues } from './domain/contact/contact';
import { valuesOf } from './domain/replies/variables';
import { contactName } from './queries/inbox/columns';
import type { PickerSide } from './queries/replies/views';

type Row = Omit<PickerSide, 'values'> & {
  contactName: string | null;
  contactHandle: string | null;
  channelHandle: string;
  attributes: AttributeValues;
};

/** The newest of the customer's messages that triage judged and of which this is so. */
const newestJudged = (column: string, condition: string) => `
  (select ${column} from messages m
    join message_triage t on t.workspace_id = m.workspace_id and t.message_id = m.id
    where m.workspace_id = c.workspace_id and m.conversation_id = c.id and m.kind = 'inbound'
      and ${condition}
    order by m.at desc, m.tie desc, m.id desc limit 1)`;

/**
 * What a conversation fills into a reply that this person puts there, and by what one is chosen for it. The screen
 * and the command ask this one, so that both say the same. Undefined when there is no such conversation.
 */
export async function replySideOf(
  tx: Tx,
  { workspaceId, name: memberName }: Pick<Actor, 'workspaceId' | 'name'>,
  conversationId: string,
): Promise<PickerSide | undefined> {
  const [row] = await prepared<Row>(tx, {
    name: 'reply_side',
    text: `
      select c.channel_id as "channelId", h.network, h.handle as "channelHandle",
        h.language as "channelLanguage", ${contactName} as "contactName",
        i.handle as "contactHandle", p.attributes,
        ${newestJudged('coalesce(t.corrected, t.intent)', 'true')} as intent,
        ${newestJudged('t.language', 't.language is not null')} as language
      from conversations c
      join channels h on h.workspace_id = c.workspace_id and h.id = c.channel_id
      join identities i on i.workspace_id = c.workspace_id and i.id = c.identity_id
      join contacts p on p.workspace_id = i.workspace_id and p.id = i.contact_id
      where c.workspace_id = $1 and c.id = $2`,
    values: [workspaceId, conversationId],
  });
  if (!row) return undefined;
  const { channelId, network, language, channelLanguage, intent, ...sides } = row;
  const values = valuesOf({ ...sides, memberName, conversationId });
  return { values, channelId, network, language, channelLanguage, intent };
}
