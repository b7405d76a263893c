'use client';

import type { Remedy } from '@/lib/domain/permissions/remedies';
import { remedyWords } from '../permission/remedy-words';
import { useClock } from '../ui/clock';
import { useThisTrial } from './trial';

/** What could be done, in words: here nothing is done. */
export function RemedyList({ remedies }: { remedies: readonly Remedy[] }) {
  const { names } = useThisTrial();
  const { zone } = useClock();
  return (
    <ul className="grid list-disc gap-1 pl-4 marker:text-ink-3">
      {remedies.map((remedy) => (
        <li key={remedy.kind}>{remedyWords(remedy, { network: names.network, zone })}</li>
      ))}
    </ul>
  );
}
