import 'server-only';
import type { Actor } from '@/lib/domain/access/can';
import type { TextFile } from '@/lib/domain/csv';
import { reportDays } from '@/lib/domain/reports/handoff';
import { shareOf, tableFile } from './csv';
import type { HandoffFigures } from './handoffs';
import { handoffReport } from './handoffs';

/** The figures of complaints taken private, a row for each channel, over the days of an address. */
export async function handoffFile(
  actor: Actor,
  _: unknown,
  search: URLSearchParams,
): Promise<TextFile> {
  const days = reportDays.find((each) => String(each) === search.get('days')) ?? 7;
  const { figures } = await handoffReport(actor, { days });
  return tableFile<HandoffFigures>(
    `complaints-taken-private-${days}-days`,
    {
      channel: ({ handle }) => handle ?? 'all',
      invited: ({ invited }) => invited,
      wrote_in_private: ({ arrived }) => arrived,
      handoff_rate: ({ arrived, invited }) => shareOf(arrived, invited),
      matched_by_link: ({ byLink }) => byLink,
      matched_by_author: ({ byAuthor }) => byAuthor,
      without_invitation: ({ written }) => written,
      until_private_median_seconds: ({ untilPrivate }) => untilPrivate.median,
      until_private_percentile_90_seconds: ({ untilPrivate }) => untilPrivate.ninth,
      never_taken_private: ({ stayed }) => stayed,
      answered_in_public: ({ answered }) => answered,
      until_reply_median_seconds: ({ untilAnswer }) => untilAnswer.median,
      until_reply_percentile_90_seconds: ({ untilAnswer }) => untilAnswer.ninth,
    },
    figures,
  );
}
