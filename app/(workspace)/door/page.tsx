import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { Doors } from '@/components/door/doors';
import { doorsQuery } from '@/components/door/queries';
import { Readiness } from '@/components/door/readiness';
import { Links } from '@/components/links/links';
import { linksQuery } from '@/components/links/queries';
import { AskThem } from '@/components/settings/ask-them';
import { PageFrame, Section } from '@/components/settings/page-frame';
import { can } from '@/lib/domain/access/can';
import { doorViews } from '@/lib/door';
import { linkList } from '@/lib/queries/links/link-list';
import { whoMay } from '@/lib/queries/members/who-may';
import { viewer } from '../viewer';

export const metadata: Metadata = { title: 'Door' };

/** Whether strangers may write, on every channel: how it is, how it became so, and how one changes it. */
export default async function DoorPage() {
  const { actor } = await viewer();
  const client = new QueryClient();
  await Promise.all([
    client.prefetchQuery({ ...doorsQuery, queryFn: () => doorViews(actor) }),
    client.prefetchQuery({ ...linksQuery, queryFn: () => linkList(actor) }),
  ]);
  return (
    <main className="quiet-scroll h-full overflow-y-auto">
      <PageFrame
        title="Door"
        lead="Whether strangers may message your channels. A stranger is anybody whom the account does not follow and has never written to."
      >
        {can(actor, 'door.change') ? null : (
          <AskThem
            permission="door.change"
            to="open or close a door"
            names={await whoMay(actor, 'door.change')}
          />
        )}
        <HydrationBoundary state={dehydrate(client)}>
          <Doors />
          <Section id="links" title="“Message us” links">
            <p className="mb-3 max-w-140 text-ink-2">
              For your own site. Each leads to a private message with a short reference in it, so
              that the conversation says where it came from. Clicks are counted; who clicked is not
              kept.
            </p>
            <Links />
          </Section>
        </HydrationBoundary>
        <Section id="readiness" title="Ready for more messages?">
          <Readiness />
        </Section>
      </PageFrame>
    </main>
  );
}
