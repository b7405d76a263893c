import type { TestDatabase } from '@/db/testing';
import { aChannel, aMember, aWorkspace } from '@/db/testing';

type Values = {
  language?: string;
  body?: string;
  state?: string;
  allowance?: string;
  validUntil?: string;
};

/** A workspace with a channel and an agent, and replies straight into its tables. */
export async function aLibrary({ admin }: TestDatabase) {
  const workspaceId = await aWorkspace();
  const channel = await aChannel(workspaceId, { handle: 'caramel' });
  const me = await aMember(workspaceId, ['agent'], 'Mo Adeyemi');
  const one = async <T>(text: string, values: unknown[]): Promise<T> =>
    (await admin.query(text, [workspaceId, ...values])).rows[0];

  async function reply(key: string, columns: Record<string, unknown> = {}): Promise<string> {
    const { title = key, folder = '', channelIds = [], archivedAt = null } = columns;
    const { id } = await one<{ id: string }>(
      `insert into approved_replies (workspace_id, id, key, title, folder, purpose, risk, channel_ids,
         source_language, owner_id, created_by, archived_at)
       values ($1, gen_random_uuid(), $2, $3, $4, 'answer', 'low', $5, 'en', $6, $6, $7) returning id`,
      [key, title, folder, channelIds, me.memberId, archivedAt],
    );
    return id;
  }

  async function version(replyId: string, values: Values = {}): Promise<string> {
    const { language = 'en', body = '[[Hello]]', state = 'published' } = values;
    const { allowance = 'locked', validUntil = null } = values;
    const { id } = await one<{ id: string }>(
      `insert into reply_versions (workspace_id, id, reply_id, language, number, state, body, allowance,
         risk, author_id, body_hash, published_at, valid_until)
       select $1, gen_random_uuid(), $2, $3,
         (select count(*) + 1 from reply_versions where reply_id = $2), $4, $5, $6, 'low', $7,
         case when $4 <> 'draft' then md5($5) end, now(), $8 returning id`,
      [replyId, language, state, body, allowance, me.memberId, validUntil],
    );
    return id;
  }

  /** Sent so many days ago. */
  async function sent(versionId: string, conversationId: string, daysAgo = 0): Promise<void> {
    await one(
      `insert into reply_uses (workspace_id, id, version_id, conversation_id, member_id, state, segments, sent_at)
       values ($1, gen_random_uuid(), $2, $3, $4, 'sent', '[]', now() - $5 * interval '1 day')`,
      [versionId, conversationId, me.memberId, daysAgo],
    );
  }

  /** What the customer's first message of a conversation was taken for. */
  async function judged(
    messageId: string,
    { intent, language, corrected }: Record<string, string | null>,
  ): Promise<void> {
    await one(
      `insert into message_triage (workspace_id, message_id, conversation_id, intent, urgency, language,
         confidence, reasons, corrected)
       select $1, m.id, m.conversation_id, $3, 'normal', $4, 0.9, '[]', $5 from messages m where m.id = $2`,
      [messageId, intent, language ?? null, corrected ?? null],
    );
  }

  return { workspaceId, channelId: channel.id, me, reply, version, sent, judged };
}
