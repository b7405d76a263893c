import { clsx } from 'clsx';
import type { Status } from '@/lib/domain/conversation/conversation';

/** Each status has a shape of its own: nothing is told by colour alone. */
const shapes: Record<Status, { path: string; className: string }> = {
  open: {
    path: 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11',
    className: 'text-amber-ink',
  },
  waiting: {
    path: 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11M10 6L6 8l4 2',
    className: 'text-ink-2',
  },
  on_hold: {
    path: 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11M6.7 6v4M9.3 6v4',
    className: 'text-ink-2',
  },
  snoozed: {
    path: 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11M8 5v3.2l2 1.3',
    className: 'text-ink-2',
  },
  resolved: {
    path: 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11M5.7 8.2l1.6 1.6 3-3.4',
    className: 'text-met',
  },
  spam: {
    path: 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11M4.2 4.2l7.6 7.6',
    className: 'text-ink-3',
  },
};

export function StatusIcon({ status }: { status: Status }) {
  const { path, className } = shapes[status];
  return (
    <svg
      aria-hidden
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={clsx('shrink-0', className)}
    >
      <path d={path} />
    </svg>
  );
}
