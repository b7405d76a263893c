'use no memo'; // Drawn once or seldom: remembering its parts would only weigh on the first load.

import { clsx } from 'clsx';
import type { ComponentProps } from 'react';

type Tone = 'plain' | 'go' | 'quiet' | 'grave';

const tones: Record<Tone, string> = {
  plain: 'border-line bg-panel hover:bg-hover active:bg-sunken',
  go: 'border-ink bg-ink text-panel hover:opacity-90 active:opacity-80 [&_kbd]:text-panel',
  quiet: 'border-transparent text-ink-2 hover:bg-hover hover:text-ink active:bg-sunken',
  grave: 'border-line bg-panel text-breach hover:bg-breach-wash',
};

const shape =
  'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-sm border font-medium whitespace-nowrap transition-colors duration-100 disabled:cursor-not-allowed disabled:opacity-50';

/** The look of a button, for links that act like one. */
export function buttonClass(tone: Tone = 'plain', className?: string): string {
  return clsx(shape, 'h-7 px-2.5', tones[tone], className);
}

export function Button({
  tone = 'plain',
  className,
  type = 'button',
  ...props
}: ComponentProps<'button'> & { tone?: Tone }) {
  return <button type={type} className={buttonClass(tone, className)} {...props} />;
}

/** A square button that holds only an icon: `label` is its name and its hint. */
export function IconButton({
  label,
  hint = label,
  className,
  ...props
}: Omit<ComponentProps<'button'>, 'title'> & { label: string; hint?: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={hint}
      className={clsx(
        shape,
        'size-7 border-transparent text-ink-3 hover:bg-hover hover:text-ink',
        className,
      )}
      {...props}
    />
  );
}
