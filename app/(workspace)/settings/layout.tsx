import type { ReactNode } from 'react';
import { SettingsNav } from '@/components/settings/settings-nav';

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex h-full flex-col pane:flex-row">
      <SettingsNav />
      <main className="quiet-scroll min-h-0 min-w-0 flex-1 overflow-y-auto">{children}</main>
    </div>
  );
}
