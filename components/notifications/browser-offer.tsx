'use client';

import type { NotificationChoices } from '@/lib/domain/notifications/choices';
import { Button } from '../ui/button';
import { askBrowser, useBrowserLeave } from './browser-notes';
import { useChoices } from './use-choices';

/** Offers, once and quietly, that the browser tells while one is elsewhere. */
export function BrowserOffer({ choices }: { choices: NotificationChoices }) {
  const leave = useBrowserLeave();
  const { choose, wanted } = useChoices();
  if (choices.browser ? leave !== 'default' : leave === 'denied' || leave === 'unsupported') {
    return null;
  }
  return (
    <p className="mb-1 flex items-center gap-3">
      <span className="flex-1 text-ink-2">Hear of it while you look elsewhere.</span>
      <Button
        disabled={wanted !== null}
        onClick={async () => {
          if ((await askBrowser()) === 'granted') await choose({ ...choices, browser: true });
        }}
      >
        Turn on
      </Button>
    </p>
  );
}
