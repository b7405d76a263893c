'use client';

import { useOwnChoices } from '../attendance/own-choices';
import { useViewGroups } from '../inbox/view-groups';
import { settingsPagesOf } from '../settings/pages';
import { useGo } from './go';
import { useCan, useMe } from './me';
import type { PaletteChoice, PaletteGroup } from './palette-choice';
import { enterWorkspace, useOtherWorkspaces } from './workspaces';

/** What one can say of oneself, and everywhere one can go: every view that one has, and the pages of the settings. */
export function usePlaces(): PaletteGroup[] {
  const go = useGo();
  const me = useMe();
  const views = useViewGroups();
  const workspaces = useOtherWorkspaces();
  const writesReplies = useCan('reply.write');
  const readsOffers = useCan('offer.read');
  const readsReports = useCan('report.read');
  const own = useOwnChoices();
  const readsBoard = useCan('board.read');
  const place = (path: string, label: string, words: string): PaletteChoice => ({
    id: path,
    label,
    words: `go to ${label} ${words}`,
    run: () => go(path),
  });
  return [
    own,
    {
      title: 'Workspaces',
      choices: workspaces.map(({ id, name }) => ({
        id: `workspace:${id}`,
        label: `Go to ${name}`,
        run: () => void enterWorkspace(id),
      })),
    },
    {
      title: 'Go to',
      choices: [
        ...views.flatMap(({ title, entries }) =>
          entries.map(({ view, name }) => place(`/inbox/${view}`, name, title ?? 'inbox view')),
        ),
        place('/replies', 'Approved replies', 'library canned template macro snippet'),
        place('/replies/review', 'Replies in review', 'approve words waiting'),
        ...(writesReplies ? [place('/replies?new', 'New reply', 'write approved words')] : []),
        ...(readsOffers ? [place('/offers', 'Offers', 'private codes campaign')] : []),
        ...(readsBoard ? [place('/board', 'Board', 'team load capacity assign rebalance')] : []),
        ...(readsReports
          ? [
              place('/reports/sla', 'Promises kept', 'report sla hit rate breaches percentile'),
              place('/reports/volume', 'Volume', 'report how many conversations messages growth'),
              place('/reports/handoffs', 'Complaints taken private', 'report handoff rate figures'),
            ]
          : []),
      ],
    },
    {
      title: 'Settings',
      choices: settingsPagesOf(me).flatMap(({ pages }) =>
        pages.map(({ href, label, about }) => place(href, label, `settings ${about}`)),
      ),
    },
  ];
}
