import 'server-only';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import type { VersionState } from '@/lib/domain/replies/state';
import { iso } from '../inbox/columns';
import { requirePermission } from '../permission';
import { hasLeft } from './left';
import type { StandingVersion } from './standing-lines';
import { dueOfReply, languageLines } from './standing-lines';
import type { LibraryLine } from './views';

/** The same without its names: there are thousands of them. */
type Told = [string, string, number, VersionState, ...(string | null)[]];

type Row = Omit<LibraryLine, 'languages' | 'due'> & { versions: Told[] };

/** Every reply there is, by folder and title; those that are archived last. No words of any of them. */
export async function replyLibrary(actor: Actor): Promise<LibraryLine[]> {
  requirePermission(actor, 'reply.read');
  const rows = await withWorkspace(
    actor.workspaceId,
    (tx) =>
      prepared<Row>(tx, { name: 'reply_library', text: libraryText, values: [actor.workspaceId] }),
    'read',
  );
  return inOrder(rows.map(lineOf));
}

function lineOf({ versions: told, ...line }: Row): LibraryLine {
  const versions = told.map(standingOf);
  return {
    ...line,
    languages: languageLines(line.sourceLanguage, versions),
    due: dueOfReply(versions),
  };
}

function standingOf([versionId, language, number, state, ...more]: Told): StandingVersion {
  const [scheduledFor = null, validUntil = null, reviewBy = null, sourceVersionId = null] = more;
  return {
    ...{ versionId, language, number, state },
    ...{ scheduledFor, validUntil, reviewBy, sourceVersionId },
  };
}

/** By archived, folder and title; each line's place is worked out once. */
function inOrder(lines: readonly LibraryLine[]): LibraryLine[] {
  return lines
    .map((line) => ({
      line,
      place: `${line.archived ? 1 : 0}\n${line.folder}\n${line.title}`.toLowerCase(),
    }))
    .sort((a, b) => (a.place < b.place ? -1 : Number(a.place > b.place)))
    .map(({ line }) => line);
}

// However many were written of a language: what is over counts only where it is the newest.
const libraryText = `
  with newest as (
    select reply_id, language, max(number) as number from reply_versions
    where workspace_id = $1 group by reply_id, language
  ), told as (
    select v.reply_id, json_agg(json_build_array(v.id, v.language, v.number, v.state,
      case when v.scheduled then ${iso('v.valid_from')} end, ${iso('v.valid_until')},
      ${iso('v.review_by')}, v.source_version_id)) as versions
    from reply_versions v
    left join newest using (reply_id, language, number)
    where v.workspace_id = $1 and (newest.number is not null
      or v.state in ('draft', 'in_review', 'approved', 'published'))
    group by v.reply_id
  ), sent as (
    select v.reply_id, sum(used.times)::int as times
    from (
      select u.version_id, count(*) as times from reply_uses u
      where u.workspace_id = $1 and u.sent_at > now() - interval '30 days' and ${hasLeft('u')}
      group by u.version_id) used
    join reply_versions v on v.workspace_id = $1 and v.id = used.version_id
    group by v.reply_id
  ), handles as (
    select r.id, json_agg(json_build_object('id', h.id, 'handle', h.handle) order by h.handle) as channels
    from approved_replies r
    join channels h on h.workspace_id = $1 and h.id = any(r.channel_ids)
    where r.workspace_id = $1 and r.channel_ids <> '{}' group by r.id
  )
  select r.id, r.key, r.title, r.folder, r.purpose, r.risk,
    json_build_object('id', m.id, 'name', m.name) as owner,
    coalesce(handles.channels, '[]') as channels, r.source_language as "sourceLanguage",
    coalesce(told.versions, '[]') as versions, coalesce(sent.times, 0) as "sent30",
    r.archived_at is not null as archived
  from approved_replies r
  join members m on m.workspace_id = r.workspace_id and m.id = r.owner_id
  left join told on told.reply_id = r.id
  left join sent on sent.reply_id = r.id
  left join handles on handles.id = r.id
  where r.workspace_id = $1`;
