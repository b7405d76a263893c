'use client';
'use no memo'; // Drawn once or seldom: remembering its parts would only weigh on the first load.

import { lazy, useEffect, useState } from 'react';
import { Late } from '../shell/late';

const Attention = lazy(() =>
  import('./attention').then((loaded) => ({ default: loaded.Attention })),
);

/** Begins to call for attention once the page stands. */
export function Watch() {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), 400);
    return () => clearTimeout(timer);
  }, []);
  return <Late>{ready ? <Attention /> : null}</Late>;
}
