'use client';

import { useEffect, useState } from 'react';

/**
 * What is being dragged. What leaves the page while it is dragged never says that this is over; the pointer does,
 * which moves over the page only when nothing is dragged.
 */
export function useDragged<T>() {
  const [dragged, drag] = useState<T | null>(null);
  const isDragging = dragged !== null;
  useEffect(() => {
    if (!isDragging) return;
    const end = () => drag(null);
    window.addEventListener('pointermove', end);
    return () => window.removeEventListener('pointermove', end);
  }, [isDragging]);
  return [dragged, drag] as const;
}
