import type { Metadata } from 'next';
import { usagePath, usesPath } from '@/components/replies/usage/paths';
import { UsesTable } from '@/components/replies/usage/uses-table';
import { AboutList, Pages } from '@/components/reports/about-list';
import { PageFrame } from '@/components/settings/page-frame';
import { SoftLink } from '@/components/ui/soft-link';
import { usesAsked } from '@/lib/domain/replies/usage';
import { channelList } from '@/lib/queries/channels/channel-list';
import { usesPage } from '@/lib/queries/replies/use-list';
import { orNotFound } from '../../../reports/or-not-found';
import { viewer, zoneOfViewer } from '../../../viewer';

export const metadata: Metadata = { title: 'Where a reply was used' };

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function UsesPage({ searchParams }: PageProps) {
  const { actor } = await viewer();
  const asked = usesAsked(await searchParams);
  const [page, channels] = await Promise.all([
    orNotFound(usesPage(actor, asked)),
    channelList(actor),
  ]);
  const isOfVersion = asked.versionId !== null;
  const channel = channels.find(({ id }) => id === asked.channel);
  return (
    <PageFrame
      wide
      title={isOfVersion ? 'Where it was sent' : 'Where it was used'}
      lead="Each use with the way to its conversation, the newest first."
    >
      <AboutList
        back={{ href: usagePath(asked), name: 'Use and outcome' }}
        facts={[
          isOfVersion ? 'All that left, however long ago' : `The last ${asked.days} days`,
          ...(channel ? [`@${channel.handle}`] : []),
        ]}
        file={
          asked.replyId === null ? null : (
            <SoftLink
              href={`/replies/${asked.replyId}`}
              className="underline decoration-line-strong underline-offset-2 hover:decoration-ink"
            >
              The reply
            </SoftLink>
          )
        }
      />
      {page.lines.length === 0 ? (
        <p className="text-ink-2">
          {isOfVersion ? 'Nothing of it was sent.' : 'It was not used in this time.'}
        </p>
      ) : (
        <UsesTable lines={page.lines} zone={await zoneOfViewer()} />
      )}
      <Pages
        first={asked.after === null ? null : usesPath({ ...asked, after: null })}
        next={page.after === null ? null : usesPath({ ...asked, after: page.after })}
      />
    </PageFrame>
  );
}
