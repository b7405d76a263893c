'use client';

import { useState } from 'react';
import { ask } from '../thread/ask';
import { Button } from '../ui/button';
import { Sheet } from '../ui/sheet';
import { toast } from '../ui/toast';
import { changeContactZoneAction } from './actions';

/** Says where somebody lives, as a time zone; or that nobody knows. */
export function ZoneSheet({
  conversationId,
  zone,
  onClose,
}: {
  conversationId: string;
  zone: string | null;
  onClose: () => void;
}) {
  const [chosen, setChosen] = useState(zone ?? '');
  const [busy, setBusy] = useState(false);

  async function save() {
    setBusy(true);
    const result = await ask(() => changeContactZoneAction({ conversationId, zone: chosen }));
    setBusy(false);
    if (result.ok) onClose();
    else toast(result.refusal.message, { grave: true });
  }

  return (
    <Sheet title="Where they live" onClose={onClose}>
      <form
        className="grid gap-3 p-4 text-list"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label className="grid gap-1.5">
          <span className="font-strong">Time zone</span>
          <select
            value={chosen}
            onChange={({ target }) => setChosen(target.value)}
            className="h-9 w-full rounded-sm border border-line-strong bg-paper px-2"
          >
            <option value="">Not known</option>
            {Intl.supportedValuesOf('timeZone').map((name) => (
              <option key={name} value={name}>
                {name.replaceAll('_', ' ')}
              </option>
            ))}
          </select>
          <span className="text-fact text-ink-3">
            Offers keep quiet hours by it. Without it there are none.
          </span>
        </label>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="go" type="submit" disabled={busy}>
            Save
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
