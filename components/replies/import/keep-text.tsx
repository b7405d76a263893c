'use client';

import type { ReactNode } from 'react';
import { Button } from '../../ui/button';

/** A text that was made here, as a file. */
export function KeepText({
  name,
  textOf,
  children,
}: {
  name: string;
  textOf: () => string;
  children: ReactNode;
}) {
  return <Button onClick={() => keep(name, textOf())}>{children}</Button>;
}

function keep(name: string, text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
