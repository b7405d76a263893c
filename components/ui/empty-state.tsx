'use no memo'; // Drawn once or seldom: remembering its parts would only weigh on the first load.

import type { ReactNode } from 'react';

/** What a place is for when nothing is in it, and the way to something. */
export function EmptyState({
  icon,
  title,
  titleAs: Title = 'p',
  children,
  action,
}: {
  icon?: ReactNode;
  title: string;
  titleAs?: 'h1' | 'p';
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="grid h-full place-content-center justify-items-center gap-1 px-8 py-10 text-center">
      {icon ? <span className="mb-2 text-ink-3">{icon}</span> : null}
      <Title className="font-title text-title">{title}</Title>
      {children ? <div className="max-w-[34ch] text-ink-2 text-balance">{children}</div> : null}
      {action ? <div className="mt-3">{action}</div> : null}
    </div>
  );
}
