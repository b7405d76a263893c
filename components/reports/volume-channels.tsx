import { yearBefore } from '@/lib/domain/reports/period';
import type { Volume, VolumeAsked, VolumeKind } from '@/lib/domain/reports/volume';
import type { ChannelVolume } from '@/lib/queries/reports/volume';
import { MomentIn } from './moment';
import { volumeFilePath, volumeListPath } from './paths';
import { counted, growth, periodWords } from './promise-words';
import { Column, Counting, Keep, Opens, Part, Wide } from './table';

type Props = { asked: VolumeAsked; channels: readonly ChannelVolume[] };

/** How much came in on each channel, beside the same dates a year before. */
export function VolumeChannels({ asked, channels }: Props) {
  // Of one channel alone, all together would say the same twice.
  const shown = channels.length === 2 ? channels.slice(1) : channels;
  const then = yearBefore(asked.period);
  return (
    <Part
      id="channels"
      title="By channel, and a year before"
      tools={<Keep href={volumeFilePath(asked, 'channels')} of="each channel" />}
    >
      <Wide label="By channel">
        <table className="w-full border-collapse">
          <caption className="sr-only">
            How much came in on each channel, beside {periodWords(then)}
          </caption>
          <thead>
            <tr className="border-line-strong border-b">
              <Column first name="Channel" />
              <Column name="Conversations started" />
              <Column name="A year before" means="and growth" />
              <Column name="Messages received" />
              <Column name="A year before" means="and growth" />
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <Row key={one.channelId} asked={asked} one={one} />
            ))}
          </tbody>
        </table>
      </Wide>
      <Counting>
        <p>
          “A year before” is {periodWords(then)}: the same dates, so weekdays are not the same. It
          is told only where a customer’s message is known from before its last day.
        </p>
      </Counting>
    </Part>
  );
}

const cell = 'whitespace-nowrap py-2 pl-5 text-right align-top tabular-nums';

type RowProps = { asked: VolumeAsked; one: ChannelVolume };

function Row({ asked, one }: RowProps) {
  const { channelId, handle, now } = one;
  const own = { ...asked, channel: channelId ?? asked.channel };
  const name = handle === null ? 'all channels' : `@${handle}`;
  return (
    <tr className="border-line border-b last:border-b-0">
      <th scope="row" className="py-2 text-left align-top font-normal">
        {handle === null ? 'All channels' : <bdi>{name}</bdi>}
      </th>
      <td className={cell}>
        <Figure asked={own} volume={now} kind="started" of={`started, ${name}`} />
        <span className="block text-fact text-ink-3">
          <Figure asked={own} volume={now} kind="returned" of={`came back, ${name}`} /> came back
        </span>
      </td>
      <YearAgo asked={own} one={one} kind="started" name={name} />
      <td className={cell}>
        <Figure asked={own} volume={now} kind="received" of={`received, ${name}`} />
      </td>
      <YearAgo asked={own} one={one} kind="received" name={name} />
    </tr>
  );
}

type FigureProps = { asked: VolumeAsked; volume: Volume; kind: VolumeKind; of: string };

function Figure({ asked, volume, kind, of }: FigureProps) {
  if (volume[kind] === 0) return '0';
  return (
    <Opens href={volumeListPath(asked, kind)} of={of}>
      {counted(volume[kind])}
    </Opens>
  );
}

type YearAgoProps = RowProps & { kind: 'started' | 'received'; name: string };

/** Growth, where both times are whole; else what is known, and since when. */
function YearAgo({ asked, one: { now, yearAgo, yearAgoSince }, kind, name }: YearAgoProps) {
  if (yearAgo === null) {
    return <td className={`${cell} text-fact text-ink-3`}>no data a year ago</td>;
  }
  const then = { ...asked, period: yearBefore(asked.period) };
  return (
    <td className={cell}>
      <Figure asked={then} volume={yearAgo} kind={kind} of={`${kind} a year before, ${name}`} />
      <span className="block text-fact text-ink-3">
        {yearAgoSince === null ? (
          growth(now[kind], yearAgo[kind])
        ) : (
          <>
            data only since <MomentIn zone={asked.zone} at={yearAgoSince} />
          </>
        )}
      </span>
    </td>
  );
}
