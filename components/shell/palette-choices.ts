'use client';

import { useState } from 'react';
import { keyNames } from './key-names';
import { isMac } from './mac';
import type { PaletteGroup } from './palette-choice';
import { useFoundConversations } from './palette-found';
import { usePlaces } from './palette-places';
import { rank } from './palette-rank';
import { recentChoices } from './palette-recent';
import { shortcutLabels } from './shortcut-labels';
import { actionsNow, labelNow, perform } from './shortcuts';

const mostOfAGroup = 7;
const mostRecent = 4;

/** What the palette offers for what was typed: the best group first, conversations last. */
export function usePaletteChoices(query: string) {
  const [actions] = useState(actionChoices);
  const [recent] = useState(recentChoices);
  const places = usePlaces();
  const found = useFoundConversations(query);
  const groups =
    query.trim() === ''
      ? atRest([actions, ...places], recent)
      : matching([actions, ...places], query, recent);
  return {
    groups: [...groups, found.group].filter(({ choices }) => choices.length > 0),
    searching: found.searching,
  };
}

/** Before anything is typed: what was used lately, then what can be done here and where one can go. */
function atRest(groups: readonly PaletteGroup[], recent: readonly string[]): PaletteGroup[] {
  const all = groups.flatMap(({ choices }) => choices);
  const lately = recent.flatMap((id) => all.find((choice) => choice.id === id) ?? []);
  const shown = lately.slice(0, mostRecent);
  return [
    { title: 'Lately', choices: shown },
    ...groups.map(({ title, choices }) => ({
      title,
      choices: choices.filter((choice) => !shown.includes(choice)),
    })),
  ];
}

function matching(
  groups: readonly PaletteGroup[],
  query: string,
  recent: readonly string[],
): PaletteGroup[] {
  return groups
    .map(({ title, choices }) => {
      const ranked = rank(query, choices, recent);
      return {
        title,
        best: ranked[0]?.score ?? 0,
        choices: ranked.slice(0, mostOfAGroup).map(({ item }) => item),
      };
    })
    .toSorted((one, other) => other.best - one.best);
}

function actionChoices(): PaletteGroup {
  const mac = isMac();
  return {
    title: 'Do',
    choices: actionsNow()
      .filter((name) => name !== 'palette')
      .map((name) => ({
        id: name,
        label: labelNow(name) ?? shortcutLabels[name],
        keys: keyNames(name, mac).join(' or '),
        run: () => perform(name),
      })),
  };
}
