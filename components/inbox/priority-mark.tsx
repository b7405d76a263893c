'use client';
'use no memo'; // Drawn as a whole or not at all: remembering its parts would only weigh on the first load.

import type { Priority } from '@/lib/domain/conversation/conversation';
import { Icon } from '../ui/icon';

const marks = {
  urgent: { icon: 'urgent', className: 'rounded-sm bg-breach text-panel' },
  high: { icon: 'up', className: 'text-ink' },
  low: { icon: 'low', className: 'text-ink-3' },
} as const;

/** How soon it wants somebody; the usual says nothing. */
export function PriorityMark({ priority }: { priority: Priority }) {
  if (priority === 'normal') return null;
  const { icon, className } = marks[priority];
  return (
    <span
      role="img"
      aria-label={`Priority: ${priority}`}
      title={`Priority: ${priority}`}
      className={className}
    >
      <Icon name={icon} size={14} />
    </span>
  );
}
