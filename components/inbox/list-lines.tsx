'use client';

import { lazy, useEffect, useState } from 'react';
import { GuideLine } from '../guide/guide-line';
import { afterPaint } from '../shell/after-paint';
import { Late } from '../shell/late';
import { useCan } from '../shell/me';

const BulkLine = lazy(() =>
  import('../bulk/bulk-line').then((loaded) => ({ default: loaded.BulkLine })),
);

/** What stands below a list: how far a decision about a whole view has come, and the first minute. */
export function ListLines({ className }: { className: string }) {
  const mayTriage = useCan('conversation.triage');
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    void afterPaint().then(() => setDrawn(true));
  }, []);
  return (
    <>
      {mayTriage && drawn ? (
        <Late>
          <BulkLine />
        </Late>
      ) : null}
      <GuideLine className={className} />
    </>
  );
}
