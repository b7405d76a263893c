import { clsx } from 'clsx';
import type { Standing } from '@/lib/domain/routing/availability';

const looks: Record<Standing['kind'], string> = {
  available: 'bg-met',
  busy: 'bg-breach',
  away: 'bg-amber',
  offline: 'bg-panel ring-2 ring-ink-3 ring-inset',
  off_shift: 'bg-panel ring-2 ring-ink-3 ring-inset',
  gone: 'bg-panel ring-2 ring-met ring-inset',
};

/** The same in colour and shape: full takes or refuses work here, a ring is not here. Words stand beside it. */
export function StandingDot({ kind, className }: { kind: Standing['kind']; className?: string }) {
  return (
    <span
      aria-hidden
      data-standing={kind}
      className={clsx('inline-block size-2.5 shrink-0 rounded-full', looks[kind], className)}
    />
  );
}
