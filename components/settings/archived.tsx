import type { ReactNode } from 'react';
import { Button, buttonClass } from '../ui/button';
import { SoftLink } from '../ui/soft-link';
import { Section } from './page-frame';

/** What was taken out of use and can be had again. Nothing where there is nothing of it. */
export function Archived({
  about,
  lines,
  children,
}: {
  about: string;
  lines: readonly { id: string; name: string; href: string; onRestore?: () => void }[];
  /** Why something was not restored. */
  children?: ReactNode;
}) {
  if (lines.length === 0) return null;
  return (
    <Section id="archived" title={`Archived (${lines.length})`}>
      <p className="mb-2 text-ink-2">{about}</p>
      {children}
      <ul className="rounded-lg border border-line bg-panel">
        {lines.map(({ id, name, href, onRestore }) => (
          <li
            key={id}
            className="flex items-center gap-1 border-line border-b px-4 py-2 last:border-b-0"
          >
            <bdi className="min-w-0 flex-1 truncate">{name}</bdi>
            <SoftLink href={href} className={buttonClass('quiet')}>
              Look<span className="sr-only"> at {name}</span>
            </SoftLink>
            {onRestore ? (
              <Button tone="quiet" onClick={onRestore}>
                Restore<span className="sr-only"> {name}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Above something that was archived, also while somebody was at it. */
export function OutOfUse({ children }: { children: ReactNode }) {
  return (
    <p role="status" className="rounded-sm bg-amber-wash px-3 py-2.5 text-amber-ink">
      {children} To change it, restore it on the list.
    </p>
  );
}
