import 'server-only';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { iso } from '../inbox/columns';
import { requirePermission } from '../permission';
import type { PickerReply } from './views';

type Version = PickerReply['versions'][number];

/** A reply on its way to the picker: what is as with most replies is left out. */
export type PickerLine = Pick<PickerReply, 'id' | 'key' | 'title' | 'purpose' | 'sourceLanguage'> &
  Partial<Pick<PickerReply, 'folder' | 'channelIds' | 'sentFor' | 'lastSentAt'>> & {
    versions: (Pick<Version, 'id' | 'language' | 'body'> & Partial<Version>)[];
  };

/** Every reply that can be put into a message now, by key. */
export async function pickerReplies(actor: Actor): Promise<PickerLine[]> {
  requirePermission(actor, 'reply.read');
  const rows = await withWorkspace(
    actor.workspaceId,
    (tx) =>
      prepared<{ line: PickerLine }>(tx, {
        name: 'reply_picker',
        text: pickerText,
        values: [actor.workspaceId],
      }),
    'read',
  );
  return rows.map(({ line }) => line);
}

/** Between its end and the worker that ends it, a version is not offered either. */
const words = `
  select v.reply_id, jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', v.id, 'language', v.language,
      'body', v.body, 'allowance', nullif(v.allowance, 'locked'), 'media', nullif(v.media, '[]'),
      'actions', nullif(v.actions, '{}'))) order by v.language) as versions
  from reply_versions v
  where v.workspace_id = $1 and v.state = 'published'
    and (v.valid_until is null or v.valid_until > now())
  group by v.reply_id`;

/** What each was sent for: the intent of the customer's last message before it. */
const uses = `
  select reply_id, jsonb_object_agg(intent, count) as sent_for, max(last) as last_sent_at
  from (
    select v.reply_id, coalesce(said.intent, '') as intent, count(*) as count, max(u.sent_at) as last
    from reply_uses u
    join reply_versions v on v.workspace_id = u.workspace_id and v.id = u.version_id
    left join lateral (
      select coalesce(t.corrected, t.intent) as intent from messages m
      join message_triage t on t.workspace_id = m.workspace_id and t.message_id = m.id
      where m.workspace_id = u.workspace_id and m.conversation_id = u.conversation_id
        and m.kind = 'inbound' and m.at <= u.sent_at
      order by m.at desc, m.tie desc, m.id desc limit 1) said on true
    where u.workspace_id = $1 and u.sent_at > now() - interval '90 days'
    group by v.reply_id, coalesce(said.intent, '')) counted
  group by reply_id`;

const pickerText = `
  select jsonb_strip_nulls(jsonb_build_object('id', r.id, 'key', r.key, 'title', r.title,
    'folder', nullif(r.folder, ''), 'purpose', r.purpose,
    'channelIds', nullif(to_jsonb(r.channel_ids), '[]'), 'sourceLanguage', r.source_language,
    'versions', words.versions, 'sentFor', uses.sent_for,
    'lastSentAt', ${iso('uses.last_sent_at')})) as line
  from approved_replies r
  join (${words}) words on words.reply_id = r.id
  left join (${uses}) uses on uses.reply_id = r.id
  where r.workspace_id = $1 and r.archived_at is null
  order by r.key`;
