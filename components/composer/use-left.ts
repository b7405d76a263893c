'use client';

import { useEffect, useState } from 'react';
import type { Mode } from './attempt';
import { leftOf } from './limits';
import type { PostLeft } from './post-left';

type Weigh = (text: string) => PostLeft;
let loaded: Weigh | null = null;

/** How a public post is weighed, by what is fetched only where somebody writes in public; null until it is there. */
export function useWeigh(isPublic: boolean): Weigh | null {
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
  return isPublic ? weigh : null;
}

/** How much still fits. In public it is weighed as the network does. */
export function useLeft(isPublic: boolean, mode: Mode, text: string): PostLeft {
  const weigh = useWeigh(isPublic);
  return weigh ? weigh(text) : { left: leftOf(mode, text), hasLink: false };
}
