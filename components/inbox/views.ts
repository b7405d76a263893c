'use client';

import { useQuery } from '@tanstack/react-query';
import type { View } from '@/lib/domain/conversation/view';
import { channelsQuery, savedViewsQuery, teamsQuery } from './queries';
import { nameOfView, viewOfChannel, viewOfSaved, viewOfTeam } from './view-names';

/** How a view is called; "Not here" for one that does not exist, or not for this person. */
export function useViewName(view: View): string {
  const { data: teams = [] } = useQuery(teamsQuery);
  const { data: channels = [] } = useQuery(channelsQuery);
  const { data: saved = [] } = useQuery(savedViewsQuery);
  const others = [
    ...teams.filter(({ archived }) => !archived).map(viewOfTeam),
    ...channels.map(viewOfChannel),
    ...saved.map(viewOfSaved),
  ];
  return nameOfView(view, others) ?? 'Not here';
}
