import type { Metadata } from 'next';
import type { ReportAsked } from '@/components/reports/address';
import { reportAsked, reportPath } from '@/components/reports/address';
import { HandoffList } from '@/components/reports/handoff-list';
import { HandoffTable } from '@/components/reports/handoff-table';
import { Period } from '@/components/reports/period';
import { Keep } from '@/components/reports/table';
import { AskThem } from '@/components/settings/ask-them';
import { PageFrame, Section } from '@/components/settings/page-frame';
import { SoftLink } from '@/components/ui/soft-link';
import type { Actor } from '@/lib/domain/access/can';
import { can } from '@/lib/domain/access/can';
import { whoMay } from '@/lib/queries/members/who-may';
import type { HandoffFigures } from '@/lib/queries/reports/handoffs';
import { handoffReport } from '@/lib/queries/reports/handoffs';
import { viewer } from '../../viewer';

export const metadata: Metadata = { title: 'Complaints taken private' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function HandoffReportPage({ searchParams }: Props) {
  const { actor } = await viewer();
  return (
    <PageFrame
      title="Complaints taken private"
      lead="How many complaints in public were taken into private, and how long they stood in public."
    >
      {can(actor, 'report.read') ? (
        <Report actor={actor} asked={reportAsked(await searchParams)} />
      ) : (
        <AskThem
          permission="report.read"
          to="see reports"
          names={await whoMay(actor, 'report.read')}
        />
      )}
    </PageFrame>
  );
}

async function Report({ actor, asked }: { actor: Actor; asked: ReportAsked }) {
  const { figures, lines } = await handoffReport(actor, asked);
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <div className="flex items-center justify-between">
          <Period asked={asked} />
          <Keep href={`/api/reports/handoffs?days=${asked.days}`} of="figures by channel" />
        </div>
        <HandoffTable figures={figures} asked={asked} />
      </div>
      <Section id="handoffs" title={titleOf(asked, figures)}>
        {asked.count === 'all' && asked.channelId === null ? null : (
          <p className="mb-2">
            <SoftLink
              href={`${reportPath({ days: asked.days, count: 'all', channelId: null })}#handoffs`}
              className="underline"
            >
              Show all of them
            </SoftLink>
          </p>
        )}
        {lines.length === 0 ? (
          <p className="text-ink-2">None in these {asked.days} days.</p>
        ) : (
          <HandoffList lines={lines} />
        )}
      </Section>
    </>
  );
}

const titles = {
  all: 'Invited or taken private',
  invited: 'Invited',
  written: 'Gone on without an invitation',
  arrived: 'Wrote in private',
  byLink: 'Matched by the link',
  byAuthor: 'Matched by the author',
} as const satisfies Record<ReportAsked['count'], string>;

/** "Invited on @brand (12)", or that only the newest of them are listed. */
function titleOf({ count, channelId }: ReportAsked, figures: readonly HandoffFigures[]): string {
  const one = figures.find((each) => each.channelId === channelId);
  const where = one?.handle ? ` on @${one.handle}` : '';
  if (!one) return titles[count];
  const all = count === 'all' ? one.invited + one.written : one[count];
  return `${titles[count]}${where} (${all > 50 ? `newest 50 of ${all}` : all})`;
}
