import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { ApprovalQueue } from '@/components/approvals/approval-queue';
import { approvalsQuery } from '@/components/approvals/queries';
import { AskThem } from '@/components/settings/ask-them';
import { PageFrame } from '@/components/settings/page-frame';
import type { Actor } from '@/lib/domain/access/can';
import { can } from '@/lib/domain/access/can';
import { whoMay } from '@/lib/queries/members/who-may';
import { approvalQueue } from '@/lib/queries/replies/approvals';
import { viewer } from '../../viewer';

export const metadata: Metadata = { title: 'Approvals' };

export default async function ApprovalsPage() {
  const { actor } = await viewer();
  return (
    <PageFrame
      title="Approvals"
      lead="Single replies that strayed from approved words. Their customers wait on: no clock stops before you decide."
    >
      {can(actor, 'approval.decide') ? <Queue actor={actor} /> : <Ask actor={actor} />}
    </PageFrame>
  );
}

async function Queue({ actor }: { actor: Actor }) {
  const client = new QueryClient();
  await client.prefetchQuery({ ...approvalsQuery, queryFn: () => approvalQueue(actor) });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <ApprovalQueue />
    </HydrationBoundary>
  );
}

async function Ask({ actor }: { actor: Actor }) {
  const names = await whoMay(actor, 'approval.decide');
  return <AskThem permission="approval.decide" to="let such a reply go" names={names} />;
}
