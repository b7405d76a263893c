import { Ban, Check, Clock, Minus, Search } from 'lucide-react';
import type { Decision } from '@/lib/domain/permissions/decide';

type Sign = Decision['verdict'] | 'nothing';

const signs = {
  allow: { Icon: Check, colour: 'text-met' },
  refuse: { Icon: Ban, colour: 'text-breach' },
  check_first: { Icon: Search, colour: 'text-amber-ink' },
  defer: { Icon: Clock, colour: 'text-amber-ink' },
  nothing: { Icon: Minus, colour: 'text-ink-3' },
} as const satisfies Record<Sign, unknown>;

/** The sign of a verdict. It always stands beside words that say the same. */
export function VerdictSign({ verdict, size = 14 }: { verdict: Sign; size?: number }) {
  const { Icon, colour } = signs[verdict];
  return <Icon aria-hidden size={size} className={`shrink-0 ${colour}`} />;
}
