import type { ReactNode } from 'react';
import type { PolicyDraft } from './draft';

/** What each part of the editor works on. */
export type Fields = {
  draft: PolicyDraft;
  set: (part: Partial<PolicyDraft>) => void;
  problems: Readonly<Record<string, string>>;
  mayChange: boolean;
};

/** A part of the editor under its own heading. */
export function Part({
  title,
  about,
  children,
}: {
  title: string;
  about?: string;
  children: ReactNode;
}) {
  const id = `part-${title.replaceAll(/\W+/g, '-').toLowerCase()}`;
  return (
    <section aria-labelledby={id} className="min-w-0">
      <h2 id={id} className="font-title text-title">
        {title}
      </h2>
      {about ? (
        <p className="mt-0.5 mb-2 max-w-140 text-ink-2">{about}</p>
      ) : (
        <div className="h-2" />
      )}
      {children}
    </section>
  );
}
