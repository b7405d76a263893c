import type { Metadata } from 'next';
import { AboutList, Pages } from '@/components/reports/about-list';
import { volumeFilePath, volumeListPath, volumePath } from '@/components/reports/paths';
import { periodWords, zoneWords } from '@/components/reports/promise-words';
import { Keep } from '@/components/reports/table';
import { VolumeTable } from '@/components/reports/volume-table';
import { Section } from '@/components/settings/page-frame';
import { afterOf } from '@/lib/domain/reports/address';
import type { VolumeKind } from '@/lib/domain/reports/volume';
import { volumeAsked, volumeKindOf } from '@/lib/domain/reports/volume';
import { channelList } from '@/lib/queries/channels/channel-list';
import { volumePage } from '@/lib/queries/reports/volume-list';
import { orNotFound } from '../../or-not-found';
import type { ReportProps } from '../../report-page';
import { reportPage } from '../../report-page';

export const metadata: Metadata = { title: 'Conversations behind a number' };

export default reportPage({
  title: 'Conversations behind a number',
  lead: 'Each of them with the way to it, the newest first.',
  Report,
});

const titles = {
  received: 'Conversations in which customers wrote',
  started: 'Conversations that began',
  returned: 'Conversations that came back',
} as const satisfies Record<VolumeKind, string>;

async function Report({ actor, given, by }: ReportProps) {
  const asked = volumeAsked(given, by);
  const kind = volumeKindOf(given['kind']);
  const after = afterOf(given['after']);
  const [page, channels] = await Promise.all([
    orNotFound(volumePage(actor, { ...asked, kind, after })),
    channelList(actor),
  ]);
  const channel = channels.find(({ id }) => id === asked.channel);
  return (
    <>
      <AboutList
        back={{ href: volumePath(asked), name: 'Volume' }}
        facts={[
          `${periodWords(asked.period)}, ${zoneWords(asked.zone)}`,
          ...(channel ? [`@${channel.handle}`] : []),
        ]}
        file={<Keep href={volumeFilePath(asked, 'conversations', kind)} of={titles[kind]} />}
      />
      <Section id="conversations" title={titles[kind]}>
        {page.lines.length === 0 ? (
          <p className="text-ink-2">None of these in this time.</p>
        ) : (
          <VolumeTable asked={asked} kind={kind} lines={page.lines} />
        )}
      </Section>
      <Pages
        first={after === null ? null : volumeListPath(asked, kind)}
        next={page.after === null ? null : volumeListPath(asked, kind, page.after)}
      />
    </>
  );
}
