import type { Metadata } from 'next';
import { PromiseChoice } from '@/components/reports/promise-choice';
import { AllPromises, SplitPromises } from '@/components/reports/promise-parts';
import { WeekHours } from '@/components/reports/week-hours';
import { promisesAsked } from '@/lib/domain/reports/promises';
import { promiseReport } from '@/lib/queries/reports/promises';
import type { ReportProps } from '../report-page';
import { reportPage } from '../report-page';
import { zonesFor } from '../zones';
import { promiseNames } from './names';

export const metadata: Metadata = { title: 'Promises kept' };

export default reportPage({
  title: 'Promises kept',
  lead: 'How many promises to customers were kept in time, and how long it took.',
  Report,
});

async function Report({ actor, given, by }: ReportProps) {
  const read = promisesAsked(given, by);
  // An hour narrows the lists only: here each stands for itself.
  const asked = { ...read, filter: { ...read.filter, hour: null } };
  const [report, names] = await Promise.all([promiseReport(actor, asked), promiseNames(actor)]);
  return (
    <>
      <PromiseChoice asked={asked} zones={zonesFor(by.zone)} names={names} />
      {report.metrics.length === 0 ? (
        <p className="text-ink-2">
          Nothing was promised in this time to what is chosen here. Promises come from the policies
          in the settings, and count from when they began to hold.
        </p>
      ) : (
        <>
          <AllPromises asked={asked} report={report} />
          <SplitPromises asked={asked} report={report} />
          <WeekHours asked={asked} figures={report.hours} />
        </>
      )}
    </>
  );
}
