'use client';

import { usePathname } from 'next/navigation';
import { useCan } from '../shell/me';
import { buttonClass } from '../ui/button';
import { SoftLink } from '../ui/soft-link';

const reports = [
  { path: '/reports/sla', name: 'Promises kept' },
  { path: '/reports/volume', name: 'Volume' },
  { path: '/reports/handoffs', name: 'Complaints taken private' },
] as const;

/** The way between the reports, for those who may read them. */
export function ReportNav() {
  const here = usePathname();
  if (!useCan('report.read')) return null;
  return (
    <nav
      aria-label="Reports"
      className="flex h-11 items-center gap-1 overflow-x-auto border-line border-b px-2.5 [scrollbar-width:none]"
    >
      {reports.map(({ path, name }) => (
        <SoftLink
          key={path}
          href={path}
          {...(here.startsWith(path) ? { 'aria-current': 'page' } : {})}
          className={buttonClass(
            'quiet',
            'aria-[current]:bg-chosen aria-[current]:text-ink max-sm:px-1.5',
          )}
        >
          {name}
        </SoftLink>
      ))}
    </nav>
  );
}
