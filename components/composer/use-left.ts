'use client';

import { useEffect, useState } from 'react';
import type { Mode } from './attempt';
import { leftOf } from './limits';
import type { PostLeft } from './post-left';

type Weigh = (text: string) => PostLeft;
let loaded: Weigh | null = null;

/** How much still fits. In public it is weighed as the network does, by what is fetched only there. */
export function useLeft(isPublic: boolean, mode: Mode, text: string): PostLeft {
  const [weigh, setWeigh] = useState<Weigh | null>(() => loaded);
  useEffect(() => {
    if (!isPublic || weigh) return;
    let here = true;
    void import('./post-left').then(({ postLeft }) => {
      loaded = postLeft;
      if (here) setWeigh(() => postLeft);
    });
    return () => {
      here = false;
    };
  }, [isPublic, weigh]);
  if (isPublic && weigh) return weigh(text);
  return { left: leftOf(mode, text), hasLink: false };
}
