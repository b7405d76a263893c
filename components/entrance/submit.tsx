'use client';

import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { buttonClass } from '../ui/button';

/** The one thing to do on this page. While it is being done it cannot be done again. */
export function Submit({ children, tone = 'go' }: { children: ReactNode; tone?: 'go' | 'plain' }) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      disabled={pending}
      className={clsx(buttonClass(tone), 'h-9! w-full text-message')}
    >
      {children}
    </button>
  );
}
