import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { approvalsQuery } from '@/components/approvals/queries';
import { reviewQueueQuery } from '@/components/replies/queries';
import { ReplyTabs } from '@/components/replies/tabs';
import { can } from '@/lib/domain/access/can';
import { approvalQueue } from '@/lib/queries/replies/approvals';
import { reviewQueue } from '@/lib/queries/replies/review-queue';
import { viewer } from './viewer';

/** A page below the way between what belongs to approved replies; what waits there is already counted. */
export async function BelowReplyTabs({
  onlyOnPhone = false,
  children,
}: {
  onlyOnPhone?: boolean;
  children: ReactNode;
}) {
  const { actor } = await viewer();
  const client = new QueryClient();
  await Promise.all([
    client.prefetchQuery({ ...reviewQueueQuery, queryFn: () => reviewQueue(actor) }),
    can(actor, 'approval.decide')
      ? client.prefetchQuery({ ...approvalsQuery, queryFn: () => approvalQueue(actor) })
      : null,
  ]);
  return (
    // Around the page as well: it must not be drawn before what its tabs know.
    <HydrationBoundary state={dehydrate(client)}>
      <div className="flex h-full flex-col">
        <div className={onlyOnPhone ? 'shrink-0 pane:hidden' : 'shrink-0'}>
          <ReplyTabs />
        </div>
        <main className="quiet-scroll min-h-0 flex-1 overflow-y-auto">{children}</main>
      </div>
    </HydrationBoundary>
  );
}
