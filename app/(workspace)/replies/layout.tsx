import type { ReactNode } from 'react';
import { BelowReplyTabs } from '../reply-tabs';

export default function RepliesLayout({ children }: { children: ReactNode }) {
  return <BelowReplyTabs>{children}</BelowReplyTabs>;
}
