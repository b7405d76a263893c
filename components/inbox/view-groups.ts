import { builtInViews } from '@/lib/domain/conversation/view';
import { useCan } from '../shell/me';
import type { NamedView } from './view-names';
import { nameOfView } from './view-names';
import { useOwnViews } from './views';

type ViewGroup = {
  title: string | null;
  entries: readonly NamedView[];
  /** Saved views that this person may change. */
  changeable?: boolean;
};

/** All views that this person has, in groups. */
export function useViewGroups(): readonly ViewGroup[] {
  const { teams, channels, saved } = useOwnViews();
  const mayShare = useCan('view.share');
  const builtIn = builtInViews.map((view) => ({ view, name: nameOfView(view, []) ?? view }));
  return [
    { title: null, entries: builtIn },
    { title: 'Teams', entries: teams },
    { title: 'Channels', entries: channels },
    { title: 'Your views', entries: saved.filter(({ shared }) => !shared), changeable: true },
    { title: 'Team views', entries: saved.filter(({ shared }) => shared), changeable: mayShare },
  ].filter(({ entries }) => entries.length > 0);
}
