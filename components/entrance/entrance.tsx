import type { ReactNode } from 'react';
import { Lamp } from '../ui/lamp';

/** The page before the workspace: one narrow panel under the porch light. */
export function Entrance({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}) {
  return (
    <main className="grid min-h-dvh place-items-center bg-paper px-5 py-12">
      <div className="w-full max-w-90">
        <div className="mb-6 flex flex-col items-center text-center">
          <Lamp size={36} />
          <h1 className="mt-4 font-title text-heading text-ink">{title}</h1>
          {lead ? <p className="mt-1 text-balance text-ink-2">{lead}</p> : null}
        </div>
        <div className="rounded-lg border border-line bg-panel p-5">{children}</div>
      </div>
    </main>
  );
}
