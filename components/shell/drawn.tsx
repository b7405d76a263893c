'use client';
'use no memo'; // Drawn once or seldom: remembering its parts would only weigh on the first load.

import type { ReactNode } from 'react';
import { Suspense, useEffect, useState } from 'react';

/** A part that does not come, because its script cannot be loaded, keeps nobody waiting for longer. */
const mostWaitMs = 5_000;

const awaited = new Set<Part>();
const waiting = new Set<() => void>();

/**
 * For parts that the server draws and whose script comes after the first paint. React takes each over when its script
 * is there, and what it then shows must be what the server drew: see `whole`.
 */
export function Drawn({ children, fallback }: { children: ReactNode; fallback?: ReactNode }) {
  const [part] = useState(() => new Part());
  useEffect(() => part.expect(), [part]);
  return (
    <Suspense fallback={fallback}>
      {children}
      <Arrival of={part} />
    </Suspense>
  );
}

/** Resolves when the page has taken over all that the server drew. Nothing that is shown may change before. */
export async function whole(): Promise<void> {
  // The effects that tell what is awaited run together with the one that asks.
  await Promise.resolve();
  if (awaited.size === 0) return;
  await new Promise<void>((resolve) => {
    waiting.add(resolve);
    setTimeout(resolve, mostWaitMs);
  });
}

function Arrival({ of: part }: { of: Part }) {
  useEffect(() => part.arrive(), [part]);
  return null;
}

class Part {
  private here = false;

  /** Returns what ends the waiting for a part that is taken away. */
  expect(): () => void {
    if (!this.here) awaited.add(this);
    return () => this.arrive();
  }

  arrive(): void {
    this.here = true;
    awaited.delete(this);
    if (awaited.size > 0) return;
    for (const resolve of waiting) resolve();
    waiting.clear();
  }
}
