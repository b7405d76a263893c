'use client';

import { useQuery } from '@tanstack/react-query';
import { usePathname } from 'next/navigation';
import type { Permission } from '@/lib/domain/access/can';
import { can } from '@/lib/domain/access/can';
import { approvalsQuery } from '../approvals/queries';
import { useMe } from '../shell/me';
import { buttonClass } from '../ui/button';
import { SoftLink } from '../ui/soft-link';
import { reviewQueueQuery } from './queries';

type Tab = { path: string; name: string; may: Permission; phone?: true };

const tabs: readonly Tab[] = [
  { path: '/replies', name: 'Library', may: 'reply.read' },
  { path: '/replies/review', name: 'Review', may: 'reply.read' },
  { path: '/replies/approvals', name: 'Approvals', may: 'approval.decide' },
  { path: '/replies/usage', name: 'Usage', may: 'reply.read' },
  { path: '/replies/coverage', name: 'Coverage', may: 'reply.read' },
  { path: '/replies/import', name: 'Import', may: 'reply.write' },
  // On a phone the bar at the foot has no room for it.
  { path: '/offers', name: 'Offers', may: 'offer.read', phone: true },
];

/** The way between what belongs to approved replies. */
export function ReplyTabs() {
  const path = usePathname();
  const me = useMe();
  const here = tabs.findLast((tab) => path === tab.path || path.startsWith(`${tab.path}/`));
  return (
    <nav
      aria-label="Approved replies"
      className="flex h-11 shrink-0 items-center gap-1 overflow-x-auto border-line border-b px-2.5 [scrollbar-width:none]"
    >
      {tabs
        .filter(({ may }) => can(me, may))
        .map((tab) => (
          <SoftLink
            key={tab.path}
            href={tab.path}
            {...(tab === here ? { 'aria-current': 'page' } : {})}
            className={buttonClass(
              'quiet',
              `aria-[current]:bg-chosen aria-[current]:text-ink max-sm:px-2 ${tab.phone ? 'pane:hidden' : ''}`,
            )}
          >
            {tab.name}
            <Waiting path={tab.path} />
          </SoftLink>
        ))}
    </nav>
  );
}

function Waiting({ path }: { path: string }) {
  if (path === '/replies/review') return <InReview />;
  if (path === '/replies/approvals') return <ToApprove />;
  return null;
}

/** How many wait for the person at this screen. */
function InReview() {
  const { data: lines = [] } = useQuery(reviewQueueQuery);
  const count = lines.filter(({ mayDecide }) => mayDecide).length;
  return <Count count={count} about="for you to decide" />;
}

/** How many replies wait for somebody to let them go. */
function ToApprove() {
  const { data: lines = [] } = useQuery(approvalsQuery);
  return <Count count={lines.length} about="waiting" />;
}

function Count({ count, about }: { count: number; about: string }) {
  if (count === 0) return null;
  return (
    <span className="rounded-sm bg-amber-wash px-1 text-amber-ink text-fact tabular-nums">
      {count.toLocaleString('en-GB')} <span className="sr-only">{about}</span>
    </span>
  );
}
