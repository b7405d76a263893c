import type { ReactNode } from 'react';

export default function ContactsLayout({ children }: { children: ReactNode }) {
  return <main className="quiet-scroll h-full overflow-y-auto">{children}</main>;
}
