import type { ReactNode } from 'react';
import { BelowReplyTabs } from '../reply-tabs';

/** Where the bar at the foot has no room for the offers, they stand beside the replies. */
export default function OffersLayout({ children }: { children: ReactNode }) {
  return <BelowReplyTabs onlyOnPhone>{children}</BelowReplyTabs>;
}
