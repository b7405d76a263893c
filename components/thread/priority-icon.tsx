import { clsx } from 'clsx';
import type { Priority } from '@/lib/domain/conversation/conversation';

const bars: Record<Priority, number> = { low: 1, normal: 2, high: 3, urgent: 0 };

/** Rising bars, or a mark of exclamation for what cannot wait. */
export function PriorityIcon({ priority }: { priority: Priority }) {
  if (priority === 'urgent') {
    return (
      <svg
        aria-hidden
        width="16"
        height="16"
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.800"
        strokeLinecap="round"
        className="shrink-0 text-breach"
      >
        <path d="M3 2.5h10v11H3zM8 5.2v3.3M8 10.9v.01" strokeLinejoin="round" />
      </svg>
    );
  }
  return (
    <svg
      aria-hidden
      width="16"
      height="16"
      viewBox="0 0 16 16"
      className={clsx('shrink-0', priority === 'high' ? 'text-ink' : 'text-ink-2')}
    >
      {[0, 1, 2].map((bar) => (
        <rect
          key={bar}
          x={2 + bar * 4.5}
          y={10 - bar * 3.5}
          width="3"
          height={4 + bar * 3.5}
          rx="1"
          fill="currentColor"
          opacity={bar < bars[priority] ? 1 : 0.28}
        />
      ))}
    </svg>
  );
}
