'use client';

import { useCan } from '../shell/me';
import { buttonClass } from '../ui/button';
import { SoftLink } from '../ui/soft-link';
import type { Place } from './location';
import { SortButton } from './sort-button';

/** What stands beside the name of a list: its order, and what is reported of the mentions. */
export function ListTools({ place }: { place: Place }) {
  const readsReports = useCan('report.read');
  return (
    <>
      {readsReports && place.view === 'mentions' ? (
        <SoftLink href="/reports/handoffs" className={buttonClass('quiet')}>
          Report
        </SoftLink>
      ) : null}
      <SortButton place={place} />
    </>
  );
}
