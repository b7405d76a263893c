import 'server-only';
import type { Tx } from '@/db/client';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { iso } from '../inbox/columns';
import { requirePermission } from '../permission';
import { hasLeft } from './left';
import type { PickerReply } from './views';

type Version = PickerReply['versions'][number];
type SentVersion = Pick<Version, 'id' | 'language' | 'body'> & Partial<Version>;
type Sent = Pick<PickerReply, 'sentFor' | 'lastSentAt'>;

/** A reply on its way to the picker: what is as with most replies is left out. */
export type PickerLine = Pick<PickerReply, 'id' | 'key' | 'title' | 'purpose' | 'sourceLanguage'> &
  Partial<Pick<PickerReply, 'folder' | 'channelIds'> & Sent> & { versions: SentVersion[] };

/** Every reply that can be put into a message now, by key. */
export async function pickerReplies(actor: Actor): Promise<PickerLine[]> {
  requirePermission(actor, 'reply.read');
  return await withWorkspace(
    actor.workspaceId,
    async (tx) => {
      // Put together here: a plan for few replies, kept until there are thousands, would join them row by row.
      const replies = await repliesOf(tx, actor);
      const { inUse, replyOf } = await versionsOf(tx, actor);
      const sent = await sentOf(tx, actor, replyOf);
      return replies.flatMap((reply) => {
        const versions = inUse.get(reply.id);
        return versions ? [{ ...reply, versions, ...sent.get(reply.id) }] : [];
      });
    },
    'read',
  );
}

async function repliesOf(tx: Tx, { workspaceId }: Actor) {
  const rows = await prepared<{ line: Omit<PickerLine, 'versions'> }>(tx, {
    name: 'picker_replies',
    text: `
      select jsonb_strip_nulls(jsonb_build_object('id', id, 'key', key, 'title', title,
        'folder', nullif(folder, ''), 'purpose', purpose,
        'channelIds', nullif(to_jsonb(channel_ids), '[]'), 'sourceLanguage', source_language)) as line
      from approved_replies where workspace_id = $1 and archived_at is null
      order by key`,
    values: [workspaceId],
  });
  return rows.map(({ line }) => line);
}

/** What is in use, by its reply; and of everything that ever was, whose it is. */
async function versionsOf(tx: Tx, { workspaceId }: Actor) {
  const rows = await prepared<{ id: string; replyId: string; version: SentVersion | null }>(tx, {
    name: 'picker_versions',
    // Between its end and the worker that ends it, a version is not offered either.
    text: `
      select id, reply_id as "replyId",
        case when state = 'published' and (valid_until is null or valid_until > now()) then
          jsonb_strip_nulls(jsonb_build_object('id', id, 'language', language, 'body', body,
            'allowance', nullif(allowance, 'locked'), 'media', nullif(media, '[]'),
            'actions', nullif(actions, '{}'))) end as version
      from reply_versions where workspace_id = $1 and published_at is not null
      order by language`,
    values: [workspaceId],
  });
  const inUse = new Map<string, SentVersion[]>();
  const replyOf = new Map(rows.map(({ id, replyId }) => [id, replyId]));
  for (const { replyId, version } of rows) {
    if (version) inUse.set(replyId, [...(inUse.get(replyId) ?? []), version]);
  }
  return { inUse, replyOf };
}

/** What each was sent for in ninety days: the intent of the customer's last message before it. */
async function sentOf(
  tx: Tx,
  { workspaceId }: Actor,
  replyOf: ReadonlyMap<string, string>,
): Promise<Map<string, Sent>> {
  const rows = await prepared<{ versionId: string; intent: string; count: number; last: string }>(
    tx,
    { name: 'picker_sent', text: sentText, values: [workspaceId] },
  );
  const byReply = new Map<string, Sent>();
  for (const { versionId, intent, count, last } of rows) {
    const replyId = replyOf.get(versionId) ?? '';
    const { sentFor = {}, lastSentAt = null } = byReply.get(replyId) ?? {};
    byReply.set(replyId, {
      sentFor: { ...sentFor, [intent]: (sentFor[intent] ?? 0) + count },
      lastSentAt: lastSentAt !== null && lastSentAt > last ? lastSentAt : last,
    });
  }
  return byReply;
}

const sentText = `
  select u.version_id as "versionId", coalesce(said.intent, '') as intent, count(*)::int as count,
    ${iso('max(u.sent_at)')} as last
  from reply_uses u
  left join lateral (
    select coalesce(t.corrected, t.intent) as intent from messages m
    cross join lateral (select * from message_triage
      where workspace_id = m.workspace_id and conversation_id = m.conversation_id
        and message_id = m.id limit 1) t
    where m.workspace_id = u.workspace_id and m.conversation_id = u.conversation_id
      and m.kind = 'inbound' and m.at <= u.sent_at
    order by m.at desc, m.tie desc, m.id desc limit 1) said on true
  where u.workspace_id = $1 and u.sent_at > now() - interval '90 days' and ${hasLeft('u')}
  group by u.version_id, coalesce(said.intent, '')`;
