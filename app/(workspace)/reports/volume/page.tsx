import type { Metadata } from 'next';
import { VolumeChannels } from '@/components/reports/volume-channels';
import { VolumeChoice } from '@/components/reports/volume-choice';
import { VolumeDays } from '@/components/reports/volume-days';
import { volumeAsked, withQuietDays } from '@/lib/domain/reports/volume';
import { channelList } from '@/lib/queries/channels/channel-list';
import { volumeReport } from '@/lib/queries/reports/volume';
import type { ReportProps } from '../report-page';
import { reportPage } from '../report-page';
import { zonesFor } from '../zones';

export const metadata: Metadata = { title: 'Volume' };

export default reportPage({
  title: 'Volume',
  lead: 'How many conversations began and how many messages customers wrote.',
  Report,
});

async function Report({ actor, given, by }: ReportProps) {
  const asked = volumeAsked(given, by);
  const [report, channels] = await Promise.all([volumeReport(actor, asked), channelList(actor)]);
  return (
    <>
      <VolumeChoice
        asked={asked}
        zones={zonesFor(by.zone)}
        channels={channels.map(({ id, handle }) => ({ id, name: `@${handle}` }))}
      />
      <VolumeDays
        asked={asked}
        days={withQuietDays(asked.period, report.days)}
        late={report.late}
      />
      <VolumeChannels asked={asked} channels={report.channels} />
    </>
  );
}
