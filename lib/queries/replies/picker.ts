import 'server-only';
import type { Tx } from '@/db/client';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { iso } from '../inbox/columns';
import { requirePermission } from '../permission';
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
      const replies = await repliesOf(tx, actor);
      // Put together here: a plan for few replies, kept until there are thousands, would join them row by row.
      const versions = await versionsOf(tx, actor);
      const sent = await sentOf(tx, actor);
      return replies.flatMap((reply) => {
        const words = versions.get(reply.id);
        return words ? [{ ...reply, versions: words, ...sent.get(reply.id) }] : [];
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

/** What is in use, by its reply. Between its end and the worker that ends it, a version is not offered either. */
async function versionsOf(tx: Tx, { workspaceId }: Actor): Promise<Map<string, SentVersion[]>> {
  const rows = await prepared<{ replyId: string; version: SentVersion }>(tx, {
    name: 'picker_versions',
    text: `
      select reply_id as "replyId", jsonb_strip_nulls(jsonb_build_object('id', id, 'language', language,
        'body', body, 'allowance', nullif(allowance, 'locked'), 'media', nullif(media, '[]'),
        'actions', nullif(actions, '{}'))) as version
      from reply_versions
      where workspace_id = $1 and state = 'published' and (valid_until is null or valid_until > now())
      order by language`,
    values: [workspaceId],
  });
  const byReply = new Map<string, SentVersion[]>();
  for (const { replyId, version } of rows) {
    const known = byReply.get(replyId);
    if (known) known.push(version);
    else byReply.set(replyId, [version]);
  }
  return byReply;
}

/** What each was sent for in ninety days: the intent of the customer's last message before it. */
async function sentOf(tx: Tx, { workspaceId }: Actor): Promise<Map<string, Sent>> {
  const rows = await prepared<{ replyId: string; intent: string; count: number; last: string }>(
    tx,
    { name: 'picker_sent', text: sentText, values: [workspaceId] },
  );
  const byReply = new Map<string, Sent>();
  for (const { replyId, intent, count, last } of rows) {
    const { sentFor = {}, lastSentAt = null } = byReply.get(replyId) ?? {};
    byReply.set(replyId, {
      sentFor: { ...sentFor, [intent]: (sentFor[intent] ?? 0) + count },
      lastSentAt: lastSentAt !== null && lastSentAt > last ? lastSentAt : last,
    });
  }
  return byReply;
}

const sentText = `
  select version.reply_id as "replyId", used.intent, used.count, ${iso('used.last')} as last
  from (
    select u.version_id, coalesce(said.intent, '') as intent, count(*)::int as count, max(u.sent_at) as last
    from reply_uses u
    left join lateral (
      select coalesce(t.corrected, t.intent) as intent from messages m
      cross join lateral (select * from message_triage
        where workspace_id = m.workspace_id and message_id = m.id limit 1) t
      where m.workspace_id = u.workspace_id and m.conversation_id = u.conversation_id
        and m.kind = 'inbound' and m.at <= u.sent_at
      order by m.at desc, m.tie desc, m.id desc limit 1) said on true
    where u.workspace_id = $1 and u.sent_at > now() - interval '90 days'
    group by u.version_id, coalesce(said.intent, '')) used
  cross join lateral (select reply_id from reply_versions
    where workspace_id = $1 and id = used.version_id limit 1) version`;
