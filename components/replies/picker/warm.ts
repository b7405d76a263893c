'use client';

import { useEffect } from 'react';
import { foldedOf } from '@/lib/domain/replies/rank';
import type { PickerReply } from '@/lib/queries/replies/views';

const atOnce = 100;
const pauseMs = 10;

/** Makes a long list ready to be looked through, a bit at a time, before the first slash. */
export function useWarm(replies: readonly PickerReply[] | undefined) {
  useEffect(() => {
    if (!replies) return;
    let at = 0;
    let timer = setTimeout(some, pauseMs);
    function some() {
      for (const reply of replies?.slice(at, at + atOnce) ?? []) foldedOf(reply);
      at += atOnce;
      if (replies && at < replies.length) timer = setTimeout(some, pauseMs);
    }
    return () => clearTimeout(timer);
  }, [replies]);
}
