import type { Known } from './known';

/** Whoever writes to us, or follows us, has not blocked us: a block ends both. */
export function notBlocked(lastInboundAt: number | null, follow: Known<boolean>): Known<boolean> {
  if (lastInboundAt !== null) return { value: false, source: 'message', at: lastInboundAt };
  return follow?.value ? { ...follow, value: false } : null;
}
