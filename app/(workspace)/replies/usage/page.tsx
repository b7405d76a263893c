import type { Metadata } from 'next';
import { usageFilePath } from '@/components/replies/usage/paths';
import { Unused } from '@/components/replies/usage/unused';
import { UsageChoice } from '@/components/replies/usage/usage-choice';
import { UsageTable } from '@/components/replies/usage/usage-table';
import { Counting, Keep, Part } from '@/components/reports/table';
import { PageFrame } from '@/components/settings/page-frame';
import { usageAsked } from '@/lib/domain/replies/usage';
import { channelList } from '@/lib/queries/channels/channel-list';
import { usageReport } from '@/lib/queries/replies/usage';
import { viewer } from '../../viewer';

export const metadata: Metadata = { title: 'Use of approved replies' };

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function UsagePage({ searchParams }: PageProps) {
  const { actor } = await viewer();
  const asked = usageAsked(await searchParams);
  const [{ replies, unused }, channels] = await Promise.all([
    usageReport(actor, asked),
    channelList(actor),
  ]);
  return (
    <PageFrame
      wide
      title="Use and outcome"
      lead="How often each approved reply was used, how much of it was changed, and what customers did next."
    >
      <UsageChoice asked={asked} channels={channels.map(({ id, handle }) => ({ id, handle }))} />
      <Part
        id="use"
        title={`The last ${asked.days} days`}
        tools={<Keep href={usageFilePath(asked)} of="each version" />}
      >
        {replies.length === 0 ? (
          <p className="text-ink-2">
            No approved reply was used in this time. Agents put one into a message by typing / in
            the composer.
          </p>
        ) : (
          <UsageTable asked={asked} replies={replies} />
        )}
        <Counting>
          <p>
            “Changed” are those that did not leave word for word; beneath it the median share of
            words that was taken out of all that were sent. What followed is counted for 24 or 72
            hours from sending, and only where that time is over; else it is too early to say.
          </p>
          <p>
            “Wrote again” may be thanks as well as a question. “Resolved” was closed within 72 hours
            and still so at their end.
          </p>
        </Counting>
      </Part>
      <Unused replies={unused} />
    </PageFrame>
  );
}
