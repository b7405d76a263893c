import 'server-only';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import type { VersionState } from '@/lib/domain/replies/state';
import { iso } from '../inbox/columns';
import { requirePermission } from '../permission';
import { dueOfReply, languageLines } from './standing-lines';
import type { LibraryLine } from './views';

/** What a line needs of a version: the published one of a language, the newest on its way, and the newest that is over. */
export type StandingVersion = {
  versionId: string;
  language: string;
  number: number;
  state: VersionState;
  scheduledFor: string | null;
  validUntil: string | null;
  reviewBy: string | null;
  sourceVersionId: string | null;
};

type Row = Omit<LibraryLine, 'languages' | 'due'> & { versions: StandingVersion[] };

/** Every reply there is, by folder and title; those that are archived last. No words of any of them. */
export async function replyLibrary(actor: Actor): Promise<LibraryLine[]> {
  requirePermission(actor, 'reply.read');
  const rows = await withWorkspace(
    actor.workspaceId,
    (tx) =>
      prepared<Row>(tx, { name: 'reply_library', text: libraryText, values: [actor.workspaceId] }),
    'read',
  );
  return rows.map(({ versions, ...line }) => ({
    ...line,
    languages: languageLines(line.sourceLanguage, versions),
    due: dueOfReply(versions),
  }));
}

// Of each language at most three versions count, however many were written.
const libraryText = `
  with standing as (
    select distinct on (reply_id, language, place) *
    from (
      select v.*, case when v.state = 'published' then 0
        when v.state in ('draft', 'in_review', 'changes_requested', 'approved') then 1 else 2 end as place
      from reply_versions v where v.workspace_id = $1) placed
    order by reply_id, language, place, number desc
  ), told as (
    select reply_id, jsonb_agg(jsonb_build_object('versionId', id, 'language', language,
      'number', number, 'state', state,
      'scheduledFor', case when scheduled then ${iso('valid_from')} end,
      'validUntil', ${iso('valid_until')}, 'reviewBy', ${iso('review_by')},
      'sourceVersionId', source_version_id) order by language, number desc) as versions
    from standing group by reply_id
  ), sent as (
    select v.reply_id, sum(used.times)::int as times
    from (
      select version_id, count(*) as times from reply_uses
      where workspace_id = $1 and sent_at > now() - interval '30 days' group by version_id) used
    join reply_versions v on v.workspace_id = $1 and v.id = used.version_id
    group by v.reply_id
  ), handles as (
    select r.id, jsonb_agg(jsonb_build_object('id', h.id, 'handle', h.handle) order by h.handle) as channels
    from approved_replies r
    join channels h on h.workspace_id = $1 and h.id = any(r.channel_ids)
    where r.workspace_id = $1 and r.channel_ids <> '{}' group by r.id
  )
  select r.id, r.key, r.title, r.folder, r.purpose, r.risk,
    jsonb_build_object('id', m.id, 'name', m.name) as owner,
    coalesce(handles.channels, '[]') as channels, r.source_language as "sourceLanguage",
    coalesce(told.versions, '[]') as versions, coalesce(sent.times, 0) as "sent30",
    r.archived_at is not null as archived
  from approved_replies r
  join members m on m.workspace_id = r.workspace_id and m.id = r.owner_id
  left join told on told.reply_id = r.id
  left join sent on sent.reply_id = r.id
  left join handles on handles.id = r.id
  where r.workspace_id = $1
  order by r.archived_at is not null, lower(r.folder), lower(r.title), r.id`;
