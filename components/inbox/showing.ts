import type { View } from '@/lib/domain/conversation/view';
import { scopeOf } from '@/lib/domain/conversation/view';
import type { ChannelView, LabelView } from '@/lib/queries/inbox/views';

/** What rows need to know about the list that they stand in, and of the workspace. */
export type Showing = {
  view: View;
  labels: ReadonlyMap<string, LabelView>;
  channels: ReadonlyMap<string, ChannelView>;
};

/** Whether a view holds conversations that stand differently, so that each says how. */
export function isMixed(view: View): boolean {
  return scopeOf(view).statuses.length > 2;
}
