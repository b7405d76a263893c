import type { ReactNode } from 'react';
import { buttonClass } from '../ui/button';
import { SoftLink } from '../ui/soft-link';

/** What a list is narrowed to, and the way back to the report. */
export function AboutList({
  back,
  facts,
  file,
}: {
  back: { href: string; name: string };
  facts: readonly string[];
  file: ReactNode;
}) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <SoftLink href={back.href} className="underline decoration-line-strong underline-offset-2">
        {back.name}
      </SoftLink>
      <p className="flex-1 text-ink-2">
        <bdi>{facts.join(' · ')}</bdi>
      </p>
      {file}
    </div>
  );
}

/** The ways between the pages of a list; each page has an address. */
export function Pages({ first, next }: { first: string | null; next: string | null }) {
  if (first === null && next === null) return null;
  return (
    <nav aria-label="Pages" className="flex gap-2">
      {first === null ? null : (
        <SoftLink href={first} className={buttonClass()}>
          First page
        </SoftLink>
      )}
      {next === null ? null : (
        <SoftLink href={next} className={buttonClass()}>
          Next page
        </SoftLink>
      )}
    </nav>
  );
}
