'use client';

import { useQuery } from '@tanstack/react-query';
import type { View } from '@/lib/domain/conversation/view';
import { builtInViews } from '@/lib/domain/conversation/view';
import { useCan } from '../shell/me';
import { channelsQuery, savedViewsQuery, teamsQuery } from './queries';
import type { NamedView } from './view-names';
import { nameOfView } from './view-names';

export type ViewGroup = {
  title: string | null;
  entries: readonly NamedView[];
  /** Saved views that this person may change. */
  changeable?: boolean;
};

/** All views that this person has, in groups. */
export function useViewGroups(): readonly ViewGroup[] {
  const { data: teams = [] } = useQuery(teamsQuery);
  const { data: channels = [] } = useQuery(channelsQuery);
  const { data: saved = [] } = useQuery(savedViewsQuery);
  const mayShare = useCan('view.share');
  const builtIn = builtInViews.map((view) => ({ view, name: nameOfView(view, []) ?? view }));
  const kept = (shared: boolean) =>
    saved
      .filter((one) => one.shared === shared)
      .map(({ id, name }): NamedView => ({ view: `saved-${id}`, name }));
  return [
    { title: null, entries: builtIn },
    {
      title: 'Teams',
      entries: teams
        .filter(({ archived }) => !archived)
        .map(({ id, name }): NamedView => ({ view: `team-${id}`, name })),
    },
    {
      title: 'Channels',
      entries: channels.map(
        ({ id, handle }): NamedView => ({
          view: `channel-${id}`,
          name: `@${handle}`,
        }),
      ),
    },
    { title: 'Your views', entries: kept(false), changeable: true },
    { title: 'Team views', entries: kept(true), changeable: mayShare },
  ].filter(({ entries }) => entries.length > 0);
}

/** How a view is called; "Not here" for one that does not exist, or not for this person. */
export function useViewName(view: View): string {
  const groups = useViewGroups();
  return (
    nameOfView(
      view,
      groups.flatMap(({ entries }) => entries),
    ) ?? 'Not here'
  );
}
