import type { BuiltInView, View } from '@/lib/domain/conversation/view';
import { builtInViews } from '@/lib/domain/conversation/view';

const names: Record<BuiltInView, string> = {
  mine: 'Mine',
  unassigned: 'Unassigned',
  open: 'All open',
  due: 'Due soon',
  breached: 'Breached',
  mentions: 'Mentions',
  mentioned: 'Mentioned',
  waiting: 'Waiting',
  snoozed: 'Snoozed',
  review: 'Needs review',
  resolved: 'Resolved',
  spam: 'Spam',
  all: 'Everything',
};

/** What else can be a view, with its name. */
export type NamedView = { view: View; name: string };

/** A view's name; undefined for a team, channel or saved view that is not among `others`. */
export function nameOfView(view: View, others: readonly NamedView[]): string | undefined {
  const builtIn = builtInViews.find((known) => known === view);
  return builtIn ? names[builtIn] : others.find((other) => other.view === view)?.name;
}

type Named = { id: string; name: string };

export const viewOfTeam = ({ id, name }: Named): NamedView => ({ view: `team-${id}`, name });
export const viewOfSaved = ({ id, name }: Named): NamedView => ({ view: `saved-${id}`, name });
export const viewOfChannel = ({ id, handle }: { id: string; handle: string }): NamedView => ({
  view: `channel-${id}`,
  name: `@${handle}`,
});
