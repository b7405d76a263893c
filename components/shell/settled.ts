'use client';

import { useEffect, useState } from 'react';

const quietMs = 120;

/** What was typed, once the fingers rest for a moment. */
export function useSettled(value: string): string {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), quietMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
