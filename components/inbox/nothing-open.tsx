'use client';
'use no memo'; // Drawn once or seldom: remembering its parts would only weigh on the first load.

import { lazy } from 'react';
import { useGuide } from '../guide/use-guide';
import { Drawn } from '../shell/drawn';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';

const GuidePanel = lazy(() =>
  import('../guide/guide-panel').then((loaded) => ({ default: loaded.GuidePanel })),
);

/** Nothing is open: at first that is the place to learn by doing. */
export function NothingOpen() {
  const guide = useGuide();
  return (
    <div className="hidden h-full pane:block">
      {guide ? (
        <Drawn>
          <GuidePanel guide={guide} />
        </Drawn>
      ) : (
        <EmptyState icon={<Icon name="talk" size={26} />} title="Choose a conversation">
          <kbd className="font-sans">j</kbd> and <kbd className="font-sans">k</kbd> move,{' '}
          <kbd className="font-sans">Enter</kbd> opens, <kbd className="font-sans">?</kbd> shows all
          keys.
        </EmptyState>
      )}
    </div>
  );
}
