'use client';

import { useQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import type { ReviewLine } from '@/lib/queries/replies/views';
import { useMe } from '../../shell/me';
import { EmptyState } from '../../ui/empty-state';
import { Since } from '../../ui/since';
import { SoftLink } from '../../ui/soft-link';
import { reviewQueueQuery } from '../queries';
import { versionPath } from '../version/place';
import { languageName } from '../words';

/** What waits for a reviewer, what has waited longest first. */
export function ReviewList() {
  const { data: lines } = useQuery(reviewQueueQuery);
  if (!lines) return <p className="text-ink-2">Reading what waits.</p>;
  if (lines.length === 0) {
    return (
      <EmptyState icon={<Check aria-hidden size={22} />} title="Nothing waits for a review">
        When a marketer submits words, they stand here until somebody else has approved them.
      </EmptyState>
    );
  }
  return (
    <ul aria-label="Waiting for a review" className="rounded-lg border border-line bg-panel">
      {lines.map((line) => (
        <Line key={line.versionId} line={line} />
      ))}
    </ul>
  );
}

function Line({ line }: { line: ReviewLine }) {
  const { versionId, replyId, key, title, language, number, risk, author, submittedAt } = line;
  return (
    <li className="border-line border-b last:border-b-0">
      <SoftLink
        href={versionPath(replyId, versionId)}
        className="grid gap-0.5 rounded-lg px-4 py-2.5 hover:bg-hover"
      >
        <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <bdi className="min-w-0 font-strong [overflow-wrap:anywhere]">{title}</bdi>
          {risk === 'high' ? (
            <span className="rounded-sm border border-line-strong px-1 text-fact text-ink-2">
              High risk
            </span>
          ) : null}
          <span className="ml-auto text-fact text-ink-2 tabular-nums">
            {line.approvals} of {line.needed} approved
          </span>
        </span>
        <span className="flex flex-wrap gap-x-2 text-fact text-ink-3">
          <span>
            <bdi className="text-ink-2">/{key}</bdi> · {languageName(language)}, version {number} ·
            by <bdi>{author.name}</bdi>, <Since at={submittedAt} />
          </span>
          <span className="ml-auto text-ink-2">
            <Turn line={line} />
          </span>
        </span>
      </SoftLink>
    </li>
  );
}

/** Whose turn it is, as far as the person at this screen is concerned. */
function Turn({ line: { author, mayDecide, approvals } }: { line: ReviewLine }) {
  const me = useMe();
  if (mayDecide) return 'Yours to decide';
  if (author.id === me.memberId) return 'Yours: somebody else decides';
  return approvals > 0 ? 'One more has to approve it' : 'A marketer or a lead decides';
}
