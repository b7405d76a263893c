import type { ReactNode } from 'react';
import { ReplyTabs } from '../reply-tabs';

export default function OffersLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex h-full flex-col">
      {/* Where the bar at the foot has no room for the offers, they stand beside the replies. */}
      <div className="shrink-0 pane:hidden">
        <ReplyTabs />
      </div>
      <main className="quiet-scroll min-h-0 flex-1 overflow-y-auto">{children}</main>
    </div>
  );
}
