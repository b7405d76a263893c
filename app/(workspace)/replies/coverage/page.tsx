import type { Metadata } from 'next';
import { CoverageTable } from '@/components/replies/coverage/coverage-table';
import { PhraseList } from '@/components/replies/coverage/phrase-list';
import { coverageSentence } from '@/components/replies/coverage/words';
import { DaysChoice } from '@/components/replies/usage/days-choice';
import { Counting, Part } from '@/components/reports/table';
import { PageFrame } from '@/components/settings/page-frame';
import { can } from '@/lib/domain/access/can';
import { commonIntents, coverageTally } from '@/lib/domain/replies/coverage';
import { daysOf, usageDays } from '@/lib/domain/replies/usage';
import { coverageReport } from '@/lib/queries/replies/coverage';
import { viewer } from '../../viewer';

export const metadata: Metadata = { title: 'Coverage by approved replies' };

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const paths = Object.fromEntries(
  usageDays.map((days) => [days, `/replies/coverage?days=${days}`] as const),
);

export default async function CoveragePage({ searchParams }: PageProps) {
  const { actor } = await viewer();
  const days = daysOf((await searchParams)['days']);
  const report = await coverageReport(actor, days);
  const common = commonIntents(report.intents);
  return (
    <PageFrame
      wide
      title="Coverage"
      lead="Whether there are approved words ready for what people write about most."
    >
      <DaysChoice days={days} pathOf={paths} />
      <p className="max-w-170 text-balance font-title text-title">
        {coverageSentence(coverageTally(report.intents), days)}
      </p>
      {common.length === 0 ? null : (
        <Part id="problems" title="What people write about">
          <CoverageTable lines={common} />
          <Counting>
            <p>
              Common is what makes up one of a hundred messages, and five at least; spam is left
              out. What a message is about was judged as it came in; where somebody corrected it,
              that holds. “Answered” are messages that a person’s reply followed, “with a reply”
              those of them whose answer held an approved one.
            </p>
          </Counting>
        </Part>
      )}
      <PhraseList report={report} mayWrite={can(actor, 'reply.write')} />
    </PageFrame>
  );
}
