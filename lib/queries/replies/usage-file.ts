import 'server-only';
import type { Actor } from '@/lib/domain/access/can';
import type { TextFile } from '@/lib/domain/csv';
import { usageAsked } from '@/lib/domain/replies/usage';
import { shareOf, tableFile } from '../reports/csv';
import type { ReplyUsage, VersionUsage } from './usage';
import { usageReport } from './usage';

type Row = { reply: ReplyUsage; version: VersionUsage };

/** The report as a table, a row for each version. */
export async function usageFile(
  actor: Actor,
  _: unknown,
  search: URLSearchParams,
): Promise<TextFile> {
  const { replies } = await usageReport(actor, usageAsked(Object.fromEntries(search)));
  const rows = replies.flatMap((reply) => reply.versions.map((version) => ({ reply, version })));
  return tableFile<Row>(
    'approved-reply-usage',
    {
      key: ({ reply }) => reply.key,
      title: ({ reply }) => reply.title,
      language: ({ version }) => version.language,
      number: ({ version }) => version.number,
      state: ({ version }) => version.state,
      inserted: ({ version }) => version.inserted,
      sent: ({ version }) => version.sent,
      changed: ({ version }) => version.changed,
      median_percent_edited: ({ version }) => version.medianEdited,
      sent_24_hours_ago: ({ version }) => version.old24,
      wrote_again_within_24_hours: ({ version }) => version.again24,
      share_wrote_again_within_24_hours: ({ version }) => shareOf(version.again24, version.old24),
      sent_72_hours_ago: ({ version }) => version.old72,
      wrote_again_within_72_hours: ({ version }) => version.again72,
      share_wrote_again_within_72_hours: ({ version }) => shareOf(version.again72, version.old72),
      reopened_within_72_hours: ({ version }) => version.reopened,
      resolved_after_72_hours: ({ version }) => version.resolved,
    },
    rows,
  );
}
