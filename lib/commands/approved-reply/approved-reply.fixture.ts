import { v4 as uuid } from 'uuid';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aConversation, aMember, aWorkspace } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import type { ReplyActions } from '@/lib/domain/replies/reply';
import { replyToConversation } from '../conversation/reply';
import { insertReply } from './insert';

type Wanted = {
  title?: string;
  body?: string;
  allowance?: 'exact' | 'locked' | 'free';
  state?: string;
  language?: string;
  actions?: ReplyActions;
  channelIds?: string[];
};

/** The words that most tests use: a free beginning, a locked promise, a free end. */
const promise =
  'Hi {{contact.first_name|there}}, [[a new tub is on its way and will be with you before 17:30.]] Anything else?';
export const locked = 'a new tub is on its way and will be with you before 17:30.';

/** A workspace with an agent, a lead, a marketer and a conversation that waits, and approved replies as they are asked for. */
export async function aPress(database: TestDatabase) {
  const workspaceId = await aWorkspace();
  const [agent, lead, marketer] = await Promise.all([
    aMember(workspaceId, ['agent'], 'Priya Shah'),
    aMember(workspaceId, ['lead'], 'Jack Reed'),
    aMember(workspaceId, ['marketer'], 'Sunniva Berg'),
  ]);
  const channel = await aChannel(workspaceId);
  const { id: conversationId } = await aConversation(workspaceId, { channelId: channel.id });
  const reply = (body: string, more: object = {}) =>
    ({ conversationId, clientKey: uuid(), body, seenSeq: 0, override: true, ...more }) as const;
  return {
    ...{ workspaceId, agent, lead, marketer, channel, conversationId, reply },
    aReply: (wanted: Wanted = {}) => printed(database, { workspaceId, by: marketer }, wanted),
    put: (versionId: string, who: Actor = agent) =>
      insertReply(who, { useId: uuid(), conversationId, versionId }),
    send: (body: string, more: object = {}, who: Actor = agent) =>
      replyToConversation(who, reply(body, more)),
    end: (versionId: string, state: string) =>
      database.admin.query('update reply_versions set state = $2, ended_at = now() where id = $1', [
        versionId,
        state,
      ]),
    ...looks(database, { workspaceId, conversationId }),
  };
}

/** A reply with one version, as it would stand after its reviews. */
async function printed(
  { admin }: TestDatabase,
  { workspaceId, by }: { workspaceId: string; by: Actor },
  { title = 'New tub', body = promise, allowance = 'locked', ...wanted }: Wanted,
) {
  const [replyId, versionId] = [uuid(), uuid()];
  const { state = 'published', language = 'en', actions = {}, channelIds = [] } = wanted;
  const key = `r${replyId.replaceAll('-', '').slice(0, 20)}`;
  await admin.query(
    `insert into approved_replies (workspace_id, id, key, title, purpose, risk, channel_ids, source_language, owner_id, created_by)
     values ($1, $2, $3, $4, 'answer', 'low', $5, 'en', $6, $6)`,
    [workspaceId, replyId, key, title, channelIds, by.memberId],
  );
  const hash = state === 'draft' ? null : 'h';
  await admin.query(
    `insert into reply_versions (workspace_id, id, reply_id, language, number, state, body, allowance, risk, actions, author_id, body_hash, published_at)
     values ($1, $2, $3, $4, 1, $5, $6, $7, 'low', $8, $9, $10, now())`,
    [workspaceId, versionId, replyId, language, state, body, allowance, actions, by.memberId, hash],
  );
  return { replyId, versionId };
}

type UseRow = {
  state: string;
  edited: number | null;
  message_id: string | null;
  member_id: string;
};

/** What stands in the database. */
function looks(
  { admin }: TestDatabase,
  { workspaceId, conversationId }: { workspaceId: string; conversationId: string },
) {
  return {
    uses: async () => {
      const { rows } = await admin.query<UseRow>(
        `select state, edited, message_id, member_id from reply_uses
         where workspace_id = $1 order by inserted_at`,
        [workspaceId],
      );
      return rows;
    },
    standing: async () => {
      const { rows } = await admin.query(
        `select status, label_ids, team_id, snoozed_until, owner_id, waiting_since
         from conversations where id = $1`,
        [conversationId],
      );
      return rows[0];
    },
    deliveryOf: async (messageId: string) => {
      const { rows } = await admin.query<{ state: string; reason: string | null }>(
        'select state, reason from deliveries where message_id = $1',
        [messageId],
      );
      return rows[0];
    },
    draftOf: async ({ memberId }: Actor) => {
      const { rows } = await admin.query<{ body: string }>(
        'select body from drafts where conversation_id = $1 and member_id = $2',
        [conversationId, memberId],
      );
      return rows[0]?.body;
    },
  };
}
