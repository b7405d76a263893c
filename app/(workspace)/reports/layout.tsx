import type { ReactNode } from 'react';
import { ReportNav } from '@/components/reports/report-nav';

export default function ReportsLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex h-full flex-col">
      <ReportNav />
      <main className="quiet-scroll min-h-0 flex-1 overflow-y-auto">{children}</main>
    </div>
  );
}
