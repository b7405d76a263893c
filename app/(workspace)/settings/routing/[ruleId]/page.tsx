import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { rulesQuery, versionsQuery } from '@/components/routing/queries';
import { RuleEditor } from '@/components/routing/rule-editor';
import { AskThem } from '@/components/settings/ask-them';
import { PageFrame } from '@/components/settings/page-frame';
import { SoftLink } from '@/components/ui/soft-link';
import { can } from '@/lib/domain/access/can';
import { whoMay } from '@/lib/queries/members/who-may';
import { routingSettings, ruleVersions } from '@/lib/queries/rulebook/settings';
import { viewer } from '../../../viewer';

export const metadata: Metadata = { title: 'Routing rule' };

/** One rule, or the form for a new one where its id would stand. */
export default async function OneRulePage({ params }: { params: Promise<{ ruleId: string }> }) {
  const { ruleId } = await params;
  const { actor } = await viewer();
  const mayChange = can(actor, 'routing.manage');
  if (!can(actor, 'routing.read')) notFound();
  const routing = await routingSettings(actor);
  const view = routing.rules.find((one) => one.ruleId === ruleId);
  if (!view && !(ruleId === 'new' && mayChange)) notFound();
  const client = new QueryClient();
  client.setQueryData(rulesQuery.queryKey, routing);
  if (view) {
    const versions = versionsQuery(ruleId);
    await client.prefetchQuery({ ...versions, queryFn: () => ruleVersions(actor, ruleId) });
  }
  return (
    <PageFrame
      title={view?.name ?? 'New routing rule'}
      lead={
        <SoftLink href="/settings/routing" className="underline underline-offset-2">
          All routing rules
        </SoftLink>
      }
    >
      {mayChange ? null : (
        <AskThem
          permission="routing.manage"
          to="change this rule"
          names={await whoMay(actor, 'routing.manage')}
        />
      )}
      <HydrationBoundary state={dehydrate(client)}>
        <RuleEditor ruleId={view?.ruleId ?? null} mayChange={mayChange} />
      </HydrationBoundary>
    </PageFrame>
  );
}
