import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { rulesQuery } from '@/components/routing/queries';
import { Routing } from '@/components/routing/rule-list';
import { AskThem } from '@/components/settings/ask-them';
import { PageFrame } from '@/components/settings/page-frame';
import { can } from '@/lib/domain/access/can';
import { whoMay } from '@/lib/queries/members/who-may';
import { routingSettings } from '@/lib/queries/rulebook/settings';
import { viewer } from '../../viewer';

export const metadata: Metadata = { title: 'Routing' };

export default async function RoutingPage() {
  const { actor } = await viewer();
  const mayRead = can(actor, 'routing.read');
  const mayChange = can(actor, 'routing.manage');
  const client = new QueryClient();
  if (mayRead) {
    await client.prefetchQuery({ ...rulesQuery, queryFn: () => routingSettings(actor) });
  }
  return (
    <PageFrame
      title="Routing"
      lead="Rules that look at each message as it comes in and say where it goes: its team, how urgent it is, what it is about."
    >
      {mayChange ? null : (
        <AskThem
          permission="routing.manage"
          to="change these rules"
          names={await whoMay(actor, 'routing.manage')}
        />
      )}
      {mayRead ? (
        <HydrationBoundary state={dehydrate(client)}>
          <Routing mayChange={mayChange} />
        </HydrationBoundary>
      ) : null}
    </PageFrame>
  );
}
