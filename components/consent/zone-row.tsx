'use client';

import { useState } from 'react';
import { useCan } from '../shell/me';
import { ask } from '../thread/ask';
import { Button } from '../ui/button';
import { useClock } from '../ui/clock';
import { Sheet } from '../ui/sheet';
import { clockTime } from '../ui/time';
import { toast } from '../ui/toast';
import { changeContactZoneAction } from './actions';

/** What time it is where they live, as far as somebody here knows, and the way to say it. */
export function ZoneRow({ conversationId, zone }: { conversationId: string; zone: string | null }) {
  const [isOpen, setOpen] = useState(false);
  const mayEdit = useCan('contact.edit');
  const { now } = useClock();
  const there = zone ? clockTime(new Date(now).toISOString(), zone) : null;
  return (
    <>
      <dt className="text-ink-3">Their time</dt>
      <dd className="flex min-w-0 items-baseline gap-2">
        <span className="min-w-0 truncate" title={zone ?? undefined}>
          {there ? `${there}, ${placeOf(zone ?? '')}` : 'Not known'}
        </span>
        {mayEdit ? (
          <button
            type="button"
            aria-label="Change their time zone"
            onClick={() => setOpen(true)}
            className="shrink-0 text-fact text-ink-2 underline-offset-2 hover:text-ink hover:underline"
          >
            Change
          </button>
        ) : null}
        {isOpen ? (
          <ZoneSheet conversationId={conversationId} zone={zone} onClose={() => setOpen(false)} />
        ) : null}
      </dd>
    </>
  );
}

function ZoneSheet({
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

function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
