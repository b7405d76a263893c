import type { ReactNode } from 'react';
import { Announcer } from '@/components/live/announcer';
import { LiveUpdates } from '@/components/live/live-updates';
import { Watch } from '@/components/notifications/watch';
import { Keyboard } from '@/components/shell/keyboard';
import { Providers } from '@/components/shell/providers';
import { Rail } from '@/components/shell/rail';
import { Toaster } from '@/components/ui/toast';
import { viewer, zoneOfViewer } from './viewer';

const shellEnd = 'shell-end';

/** The signed-in shell: the rail, the live connection, the keys, and one part of Porchlight beside them. */
export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const { me, now } = await viewer();
  return (
    <Providers me={me} now={now} zone={await zoneOfViewer()}>
      <LiveUpdates />
      <div className="flex h-dvh flex-col overflow-hidden pane:flex-row">
        <Rail />
        <div className="min-h-0 min-w-0 flex-1">{children}</div>
      </div>
      {/* What arrives in pieces is painted in one: half a row, or a rail without its page, would move. */}
      <link rel="expect" href={`#${shellEnd}`} blocking="render" />
      <div id={shellEnd} hidden />
      <Keyboard />
      <Toaster />
      <Watch />
      <Announcer />
    </Providers>
  );
}
