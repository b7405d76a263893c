'use client';

import { useQuery } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import { createPortal } from 'react-dom';
import type { AssignmentView } from '@/lib/queries/routing/assignment-view';
import { useMemberNames } from '../inbox/members';
import { Late } from '../shell/late';
import type { Conversation } from '../thread/conversation';
import { assignmentQuery } from './queries';
import { assignedWords } from './words';

const WhySheet = lazy(() => import('./why-sheet').then((loaded) => ({ default: loaded.WhySheet })));

/** By whom a conversation came to its owner, and the way to why: why them, why not the others. */
export function AssignedBy({ conversation }: { conversation: Conversation }) {
  const { data } = useQuery(assignmentQuery(conversation.id));
  const nameOf = useMemberNames();
  const [shown, setShown] = useState(false);
  if (!data) return null;
  const words = assignedWords(data, conversation.ownerId, nameOf);
  if (!hasWhy(data)) return <bdi>{words}</bdi>;
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        title="Show why"
        onClick={() => setShown(true)}
        className="max-w-full truncate text-left underline decoration-line-strong underline-offset-2 hover:decoration-ink"
      >
        <bdi>{words}</bdi>
      </button>
      {/* Not inside of a line that is cut short, which would cut it too. */}
      {shown
        ? createPortal(
            <Late>
              <WhySheet conversation={conversation} onClose={() => setShown(false)} />
            </Late>,
            document.body,
          )
        : null}
    </>
  );
}

function hasWhy({ kind }: AssignmentView): boolean {
  return kind === 'router' || kind === 'waits';
}
