'use client';

import type { NotificationChoices } from '@/lib/domain/notifications/choices';
import { askBrowser, useBrowserLeave } from './browser-notes';
import { Check } from './check';
import { ring } from './ring';

const hints = {
  granted: 'Only while no tab of Porchlight is looked at, and by one tab for all of them.',
  default: 'This browser will ask you whether it may.',
  denied: 'This browser was told not to. Allow it in the browser’s settings for this site.',
  unsupported: 'This browser cannot, or Porchlight is not reached over https.',
} as const;

/** Whether the browser may call, whether it is heard, and how much is said. */
export function BesideChoice({
  choices,
  onChoose,
}: {
  choices: NotificationChoices;
  onChoose: (choices: NotificationChoices) => Promise<void>;
}) {
  const leave = useBrowserLeave();
  const impossible = leave === 'denied' || leave === 'unsupported';

  async function turn(on: boolean) {
    if (on && (await askBrowser()) !== 'granted') return;
    await onChoose({ ...choices, browser: on });
  }

  return (
    <div className="grid gap-px rounded-lg border border-line bg-panel p-2">
      <Check
        label="Show notifications of the browser"
        hint={hints[leave]}
        checked={choices.browser && leave === 'granted'}
        disabled={impossible}
        onChange={(on) => void turn(on)}
      />
      <Check
        label="Play a sound when something is due, was due or a policy calls me"
        hint="Two soft notes, by one tab, once you have pressed anything in it."
        checked={choices.sound}
        onChange={(sound) => {
          if (sound) void ring();
          void onChoose({ ...choices, sound });
        }}
      />
      <Check
        label="Show what was written"
        hint="In notifications of the browser and in e-mails. Otherwise only who wrote: others may see them."
        checked={choices.showText}
        onChange={(showText) => void onChoose({ ...choices, showText })}
      />
    </div>
  );
}
