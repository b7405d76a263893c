import 'server-only';
import type { Tx } from '@/db/client';
import { prepared } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { replyValuesOf } from '@/lib/reply-values';
import { inSnapshot, notFound } from '../inbox/in-conversation';
import { requirePermission } from '../permission';
import type { PickerSide } from './views';

/** What a conversation fills into a reply of the asker, and by what one is chosen for it. */
export async function pickerSide(actor: Actor, conversationId: string): Promise<PickerSide> {
  requirePermission(actor, 'conversation.read');
  return await inSnapshot(actor, conversationId, async (tx) => {
    const values = await replyValuesOf(tx, actor, conversationId);
    const [choice] = await choiceIn(tx, actor.workspaceId, conversationId);
    if (!values || !choice) throw notFound();
    return { values, ...choice };
  });
}

/** The newest of the customer's messages that triage judged and of which this is so. */
const newestJudged = (column: string, condition: string) => `
  (select ${column} from messages m
    join message_triage t on t.workspace_id = m.workspace_id
      and t.conversation_id = m.conversation_id and t.message_id = m.id
    where m.workspace_id = c.workspace_id and m.conversation_id = c.id and m.kind = 'inbound'
      and ${condition}
    order by m.at desc, m.tie desc, m.id desc limit 1)`;

/** A message that gives no language away leaves the one that is known. */
function choiceIn(tx: Tx, workspaceId: string, conversationId: string) {
  return prepared<Omit<PickerSide, 'values'>>(tx, {
    name: 'reply_side',
    text: `
      select c.channel_id as "channelId", h.network, h.language as "channelLanguage",
        ${newestJudged('coalesce(t.corrected, t.intent)', 'true')} as intent,
        ${newestJudged('t.language', 't.language is not null')} as language
      from conversations c
      join channels h on h.workspace_id = c.workspace_id and h.id = c.channel_id
      where c.workspace_id = $1 and c.id = $2`,
    values: [workspaceId, conversationId],
  });
}
