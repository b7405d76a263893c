import { usageDays } from '@/lib/domain/replies/usage';
import { buttonClass } from '../../ui/button';
import { SoftLink } from '../../ui/soft-link';

/** Over how many days it is told; each choice is an address. */
export function DaysChoice({ days, pathOf }: { days: number; pathOf: Record<number, string> }) {
  return (
    <nav aria-label="Time" className="flex gap-1">
      {usageDays.map((each) => (
        <SoftLink
          key={each}
          href={pathOf[each] ?? ''}
          {...(each === days ? { 'aria-current': 'true' } : {})}
          className={buttonClass('quiet', 'aria-[current]:bg-chosen aria-[current]:text-ink')}
        >
          {each} days
        </SoftLink>
      ))}
    </nav>
  );
}
