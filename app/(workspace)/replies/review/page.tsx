import type { Metadata } from 'next';
import { ReviewList } from '@/components/replies/review/review-list';
import { PageFrame } from '@/components/settings/page-frame';

export const metadata: Metadata = { title: 'Review' };

// What waits is read with the tabs: one of them tells how many.
export default function ReviewPage() {
  return (
    <PageFrame
      title="Review"
      lead="Words that a marketer wrote and somebody else has to approve before agents can use them. Two people approve what is of high risk; nobody approves their own."
    >
      <ReviewList />
    </PageFrame>
  );
}
