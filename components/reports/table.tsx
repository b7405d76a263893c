import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { buttonClass } from '../ui/button';
import { SoftLink } from '../ui/soft-link';

/** What scrolls sideways on a small screen, and is reached by the keyboard. */
export function Wide({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
      tabIndex={0}
      className="quiet-scroll overflow-x-auto"
    >
      {children}
    </section>
  );
}

/** The head of a column, with what its figures mean. */
export function Column({
  name,
  means,
  first = false,
}: {
  name: string;
  means?: string;
  first?: boolean;
}) {
  return (
    <th
      scope="col"
      className={clsx(
        'py-1.5 align-bottom font-normal',
        first ? 'text-left' : 'pl-5 text-right max-sm:pl-3',
      )}
    >
      <span className="block whitespace-nowrap font-strong text-ink-2">{name}</span>
      {means ? <span className="ml-auto block text-fact text-ink-3">{means}</span> : null}
    </th>
  );
}

/** A number that opens what it counts; `inText` within a sentence, whose lines it leaves as they are. */
export function Opens({
  href,
  of,
  inText = false,
  children,
}: {
  href: string;
  of: string;
  inText?: boolean;
  children: string;
}) {
  return (
    <SoftLink
      href={href}
      aria-label={`${children}: ${of}`}
      className={clsx(
        'whitespace-nowrap underline decoration-line-strong underline-offset-2 hover:decoration-ink',
        inText ? '' : 'inline-block min-h-6',
      )}
    >
      {children}
    </SoftLink>
  );
}

/** How the figures above are counted, in words. */
export function Counting({ children }: { children: ReactNode }) {
  return <div className="mt-2 grid max-w-170 gap-1 text-fact text-ink-3">{children}</div>;
}

/** A table as a file. */
export function Keep({ href, of }: { href: string; of: string }) {
  return (
    <a href={href} download aria-label={`CSV: ${of}`} className={buttonClass('quiet')}>
      CSV
    </a>
  );
}

/** A titled part of a report, with what can be done with it. */
export function Part({
  id,
  title,
  tools,
  children,
}: {
  id: string;
  title: string;
  tools?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id}>
      <div className="mb-1 flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2 id={id} className="flex-1 font-title text-title">
          {title}
        </h2>
        {tools}
      </div>
      {children}
    </section>
  );
}
