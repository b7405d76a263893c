import { useQuery } from '@tanstack/react-query';
import { builtInViews } from '@/lib/domain/conversation/view';
import { useCan } from '../shell/me';
import { channelsQuery, savedViewsQuery, teamsQuery } from './queries';
import type { NamedView } from './view-names';
import { nameOfView, viewOfChannel, viewOfSaved, viewOfTeam } from './view-names';

type ViewGroup = {
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
  const kept = (shared: boolean) => saved.filter((one) => one.shared === shared).map(viewOfSaved);
  return [
    { title: null, entries: builtIn },
    { title: 'Teams', entries: teams.filter(({ archived }) => !archived).map(viewOfTeam) },
    { title: 'Channels', entries: channels.map(viewOfChannel) },
    { title: 'Your views', entries: kept(false), changeable: true },
    { title: 'Team views', entries: kept(true), changeable: mayShare },
  ].filter(({ entries }) => entries.length > 0);
}
