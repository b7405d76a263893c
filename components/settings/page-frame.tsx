import { clsx } from 'clsx';
import type { ReactNode } from 'react';

/** A page of the settings: a title, what it is for, and its sections. */
export function PageFrame({
  title,
  lead,
  wide = false,
  children,
}: {
  title: string;
  lead: ReactNode;
  /** For what stands side by side. */
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={clsx('mx-auto w-full px-5 py-7', wide ? 'max-w-280' : 'max-w-190')}>
      <h1 className="font-title text-heading">{title}</h1>
      <p className="mt-1 max-w-140 text-ink-2">{lead}</p>
      <div className="mt-6 grid grid-cols-[minmax(0,1fr)] gap-8">{children}</div>
    </div>
  );
}

/** A titled part of a page. */
export function Section({
  id,
  title,
  children,
}: {
  id: string;
  title: string;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-2 font-title text-title">
        {title}
      </h2>
      {children}
    </section>
  );
}
