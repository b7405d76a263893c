'use client';

import { lazy, useEffect, useState } from 'react';
import { Face } from '../ui/face';
import { whole } from './drawn';
import { Late } from './late';
import { useMe } from './me';

const AccountPanel = lazy(() =>
  import('./account-panel').then((loaded) => ({ default: loaded.AccountPanel })),
);

const OwnDot = lazy(() =>
  import('../attendance/own-dot').then((loaded) => ({ default: loaded.OwnDot })),
);

/** Whose screen this is, how it looks, and the way out. */
export function AccountButton() {
  const me = useMe();
  const [wanted, setWanted] = useState(false);
  const [drawn, setDrawn] = useState(false);
  useEffect(() => void whole().then(() => setDrawn(true)), []);
  return (
    <>
      <button
        type="button"
        popoverTarget="account"
        aria-label={`Your account, ${me.name}`}
        aria-describedby="own-standing"
        title={me.name}
        className="relative grid size-9 place-items-center rounded-full"
      >
        <Face id={me.memberId} name={me.name} />
        <Late>{drawn ? <OwnDot /> : null}</Late>
      </button>
      <div
        id="account"
        popover="auto"
        onBeforeToggle={() => setWanted(true)}
        className="fixed top-auto right-2 bottom-15 left-auto w-60 rounded-lg border border-line-strong bg-panel p-1.5 text-ink shadow-float pane:right-auto pane:bottom-2.5 pane:left-15"
      >
        <Late>{wanted ? <AccountPanel /> : null}</Late>
      </div>
    </>
  );
}
