import type { ReactNode } from 'react';
import { ReplyTabs } from '../reply-tabs';

export default function RepliesLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex h-full flex-col">
      <ReplyTabs />
      <main className="quiet-scroll min-h-0 flex-1 overflow-y-auto">{children}</main>
    </div>
  );
}
