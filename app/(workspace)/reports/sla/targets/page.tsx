import type { Metadata } from 'next';
import { AboutList, Pages } from '@/components/reports/about-list';
import { promiseFilePath, promisesPath, targetsPath } from '@/components/reports/paths';
import type { PromiseNames } from '@/components/reports/promise-choice';
import {
  hourWords,
  kindWords,
  metricWords,
  periodWords,
  zoneWords,
} from '@/components/reports/promise-words';
import { Keep } from '@/components/reports/table';
import { TargetTable } from '@/components/reports/target-table';
import { Section } from '@/components/settings/page-frame';
import { priorityNames } from '@/components/thread/priority-names';
import { afterOf } from '@/lib/domain/reports/address';
import type { PromisesAsked } from '@/lib/domain/reports/promises';
import { promisesAsked, targetKindOf } from '@/lib/domain/reports/promises';
import { targetPage } from '@/lib/queries/reports/target-list';
import { orNotFound } from '../../or-not-found';
import type { ReportProps } from '../../report-page';
import { reportPage } from '../../report-page';
import { promiseNames } from '../names';

export const metadata: Metadata = { title: 'Promises behind a number' };

export default reportPage({
  title: 'Promises behind a number',
  lead: 'Each of them with the way to its conversation. How long they took is told by their own clocks: without pauses, and without closed hours where business hours count.',
  Report,
});

async function Report({ actor, given, by }: ReportProps) {
  const asked = promisesAsked(given, by);
  const kind = targetKindOf(given['kind']);
  const after = afterOf(given['after']);
  const [page, names] = await Promise.all([
    orNotFound(targetPage(actor, { ...asked, kind, after })),
    promiseNames(actor),
  ]);
  const title = `${metricWords[asked.metric].name}, ${kindWords[kind]}`;
  const whole = { ...asked, filter: { ...asked.filter, hour: null } };
  return (
    <>
      <AboutList
        back={{ href: promisesPath(whole), name: 'Promises kept' }}
        facts={factsOf(asked, names)}
        file={<Keep href={promiseFilePath(asked, 'targets', kind)} of={title} />}
      />
      <Section id="targets" title={title}>
        {page.lines.length === 0 ? (
          <p className="text-ink-2">None of these in this time.</p>
        ) : (
          <TargetTable asked={asked} lines={page.lines} />
        )}
      </Section>
      <Pages
        first={after === null ? null : targetsPath(asked, kind)}
        next={page.after === null ? null : targetsPath(asked, kind, page.after)}
      />
    </>
  );
}

/** What the list is narrowed to, in words. */
function factsOf({ period, zone, filter }: PromisesAsked, names: PromiseNames): string[] {
  const { channel, team, member, priority, label, hour } = filter;
  const named = (id: string | null, among: PromiseNames['teams'], none: string) => {
    if (id === null) return [];
    return [id === 'none' ? none : (among.find((one) => one.id === id)?.name ?? 'not known here')];
  };
  return [
    `${periodWords(period)}, ${zoneWords(zone)}`,
    ...(hour ? [hourWords(hour)] : []),
    ...named(channel, names.channels, ''),
    ...named(team, names.teams, 'No team'),
    ...named(member, names.members, 'Nobody'),
    ...(priority ? [priorityNames[priority]] : []),
    ...named(label, names.labels, 'No label'),
  ];
}
