'use client';

import { useQuery } from '@tanstack/react-query';
import { labelsQuery } from '../inbox/queries';
import { LabelChip } from '../ui/label-chip';
import type { Conversation } from './conversation';
import { PriorityIcon } from './priority-icon';

const mostShown = 3;

/** How soon it wants somebody, and what it is about, as far as there is room. */
export function HeaderMarks({
  conversation: { priority, labelIds, vip },
}: {
  conversation: Conversation;
}) {
  const { data: labels = [] } = useQuery(labelsQuery);
  const carried = labels.filter(({ id }) => labelIds.includes(id));
  const more = carried.length - mostShown;
  return (
    <>
      {vip ? <b className="font-strong text-amber-ink text-fact">VIP</b> : null}
      {priority === 'normal' ? null : (
        <span role="img" aria-label={`Priority: ${priority}`} title={`Priority: ${priority}`}>
          <PriorityIcon priority={priority} />
        </span>
      )}
      {carried.length > 0 ? (
        <ul
          aria-label="Labels"
          className="@[680px]:flex hidden min-w-0 shrink-[2] gap-1 overflow-hidden"
        >
          {carried.slice(0, mostShown).map((label) => (
            <li key={label.id} className="flex min-w-8">
              <LabelChip label={label} className="max-w-28" />
            </li>
          ))}
          {more > 0 ? <li className="text-fact text-ink-3">+{more}</li> : null}
        </ul>
      ) : null}
    </>
  );
}
