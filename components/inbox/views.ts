'use client';

import { useQuery } from '@tanstack/react-query';
import type { View } from '@/lib/domain/conversation/view';
import { channelsQuery, savedViewsQuery, teamsQuery } from './queries';
import { nameOfView, viewOfChannel, viewOfSaved, viewOfTeam } from './view-names';

/** The views that the workspace and this person have beside the built-in ones. */
export function useOwnViews() {
  const { data: teams = [] } = useQuery(teamsQuery);
  const { data: channels = [] } = useQuery(channelsQuery);
  const { data: saved = [] } = useQuery(savedViewsQuery);
  return {
    teams: teams.filter(({ archived }) => !archived).map(viewOfTeam),
    channels: channels.map(viewOfChannel),
    saved: saved.map((one) => ({ ...viewOfSaved(one), shared: one.shared })),
  };
}

/** How a view is called; "Not here" for one that does not exist, or not for this person. */
export function useViewName(view: View): string {
  const { teams, channels, saved } = useOwnViews();
  return nameOfView(view, [...teams, ...channels, ...saved]) ?? 'Not here';
}
