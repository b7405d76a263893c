'use client';

import { Place } from './rail-place';

const report = 'M3 17h14M6 13v-3m4 3V4m4 9V8';
const board = 'M3 4h4v12H3zM10 4h7v5h-7z';

/** The parts of Porchlight for leads and admins. */
export function LeadPlaces() {
  return (
    <>
      <Place href="/reports/sla" area="/reports" label="Reports" may="report.read" path={report} />
      <Place href="/board" label="Board" may="board.read" path={board} />
    </>
  );
}
