'use client';

import type { Availability } from '@/lib/domain/routing/work';
import { useCan } from '../shell/me';
import type { PaletteChoice, PaletteGroup } from '../shell/palette-choice';
import { toast } from '../ui/toast';
import { chooseFor } from './choosing';
import { useSetOwn } from './set-own';

const asked = ['busy', 'away', 'offline'] as const satisfies Availability[];

/** What one can say of oneself from the palette: at once, or with the panel that asks until when. */
export function useOwnChoices(): PaletteGroup {
  const may = useCan('availability.own');
  const set = useSetOwn();
  const choices: PaletteChoice[] = [
    {
      id: 'set:available',
      label: 'Set yourself available',
      words: 'back online availability status',
      run: () => {
        void set({ availability: 'available', reason: null, until: null }).then((why) =>
          toast(why ?? 'You are available.', { grave: why !== undefined }),
        );
      },
    },
    ...asked.map((kind) => ({
      id: `set:${kind}`,
      label: `Set yourself ${kind}…`,
      words: 'lunch break meeting availability status until',
      run: () => askUntilWhen(kind),
    })),
  ];
  return { title: 'You', choices: may ? choices : [] };
}

function askUntilWhen(kind: Availability) {
  document.getElementById('account')?.showPopover();
  chooseFor({ kind, focus: true });
}
