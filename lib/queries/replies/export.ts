import 'server-only';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import type { TextFile } from '@/lib/domain/csv';
import { csvOf } from '@/lib/domain/csv';
import { Refusal } from '@/lib/domain/refusal';
import type { ImportColumn } from '@/lib/domain/replies/import-table';
import { importColumns, importFormats } from '@/lib/domain/replies/import-table';
import { requirePermission } from '../permission';

type Row = Record<Exclude<ImportColumn, 'number' | 'channels'>, string | null> & {
  number: number;
  channels: string[];
};

/**
 * The library as a file that an import takes back: a row for each reply and language, with the published words, else
 * the newest. What is archived is not in it, nor a draft without a word.
 */
export async function libraryFile(
  actor: Actor,
  _: unknown,
  search: URLSearchParams,
): Promise<TextFile> {
  requirePermission(actor, 'reply.read');
  const format = importFormats.find((each) => each === (search.get('format') ?? 'csv'));
  if (!format) throw new Refusal('invalid', 'Ask for format=csv or format=json.');
  const rows = await withWorkspace(
    actor.workspaceId,
    (tx) => prepared<Row>(tx, { name: 'reply_file', text: fileText, values: [actor.workspaceId] }),
    'read',
  );
  if (format === 'json') {
    const type = 'application/json; charset=utf-8';
    return { name: 'approved-replies.json', type, text: `${JSON.stringify(rows, null, 2)}\n` };
  }
  const cells = rows.map((row) => importColumns.map((column) => cellOf(row[column])));
  // With the mark that tells spreadsheets that it is UTF-8.
  const text = `\uFEFF${csvOf([importColumns, ...cells])}`;
  return { name: 'approved-replies.csv', type: 'text/csv; charset=utf-8', text };
}

function cellOf(value: string | number | string[] | null): string | null {
  if (value === null) return null;
  return Array.isArray(value) ? value.join(' ') : String(value);
}

/** As an import reads it; what nobody could choose is not told. */
function toMillisecond(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

// A handle that two networks have is told with its network. The columns stand in the order of the file.
const fileText = `
  with told as (
    select id, case when count(*) over (partition by lower(handle)) > 1
      then network || '/' || handle else handle end as name
    from channels where workspace_id = $1
  ), words as (
    select distinct on (reply_id, language) * from reply_versions
    where workspace_id = $1 and btrim(body, E' \\n\\t') <> ''
    order by reply_id, language, state <> 'published', number desc
  )
  select r.key, r.title, r.folder, r.purpose, r.risk,
    coalesce((select array_agg(told.name order by told.name) from told
      where told.id = any(r.channel_ids)), '{}') as channels,
    r.source_language, v.language, v.allowance,
    ${toMillisecond('v.valid_from')} as valid_from, ${toMillisecond('v.valid_until')} as valid_until,
    ${toMillisecond('v.review_by')} as review_by, v.body, v.state, v.number
  from approved_replies r
  join words v on v.reply_id = r.id
  where r.workspace_id = $1 and r.archived_at is null
  order by lower(r.folder), r.key, v.language <> r.source_language, v.language`;
