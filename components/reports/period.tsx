import { reportDays } from '@/lib/domain/reports/handoff';
import { buttonClass } from '../ui/button';
import { SoftLink } from '../ui/soft-link';
import type { ReportAsked } from './address';
import { reportPath } from './address';

/** Over which time the report goes. */
export function Period({ asked }: { asked: ReportAsked }) {
  return (
    <nav aria-label="Time of the report" className="flex gap-1">
      {reportDays.map((days) => (
        <SoftLink
          key={days}
          href={reportPath({ ...asked, days })}
          {...(days === asked.days ? { 'aria-current': 'true' } : {})}
          className={buttonClass('quiet', 'aria-[current]:bg-chosen aria-[current]:text-ink')}
        >
          {days} days
        </SoftLink>
      ))}
    </nav>
  );
}
