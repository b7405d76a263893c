'use client';
'use no memo'; // Drawn once or seldom: remembering its parts would only weigh on the first load.

import { lazy, useState } from 'react';
import { Face } from '../ui/face';
import { Late } from './late';
import { useMe } from './me';

const AccountPanel = lazy(() =>
  import('./account-panel').then((loaded) => ({ default: loaded.AccountPanel })),
);

/** Whose screen this is, how it looks, and the way out. */
export function AccountButton() {
  const me = useMe();
  const [wanted, setWanted] = useState(false);
  return (
    <>
      <button
        type="button"
        popoverTarget="account"
        aria-label={`Your account, ${me.name}`}
        title={me.name}
        className="grid size-9 place-items-center rounded-full"
      >
        <Face id={me.memberId} name={me.name} />
      </button>
      <div
        id="account"
        popover="auto"
        onBeforeToggle={() => setWanted(true)}
        className="fixed top-auto right-2 bottom-15 left-auto rounded-lg border border-line-strong bg-panel shadow-float pane:right-auto pane:bottom-2.5 pane:left-15"
      >
        <Late>{wanted ? <AccountPanel /> : null}</Late>
      </div>
    </>
  );
}
