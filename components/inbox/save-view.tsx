'use client';

import { useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { can } from '@/lib/domain/access/can';
import { keptSorts } from '@/lib/domain/conversation/view';
import { useMe } from '../shell/me';
import { ask } from '../thread/ask';
import { Button } from '../ui/button';
import { Sheet } from '../ui/sheet';
import { createSavedViewAction } from './actions';
import type { Place } from './location';
import { goTo } from './location';
import { savedViewsQuery } from './queries';

/** Keeps what is asked as a view: for oneself, or for the whole team. */
export function SaveView({ place, onClose }: { place: Place; onClose: () => void }) {
  const client = useQueryClient();
  const me = useMe();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function save(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const { q: query, sort: shown } = place;
    // What is found may be settled, and in that nothing is due.
    const sort = keptSorts.find((known) => known === shown);
    const result = await ask(() =>
      createSavedViewAction({ name, query, shared, ...(sort ? { sort } : {}) }),
    );
    setBusy(false);
    if (!result.ok) {
      setTrouble(result.refusal.message);
      return;
    }
    await client.invalidateQueries({ queryKey: savedViewsQuery.queryKey });
    onClose();
    goTo(`saved-${result.value.id}`);
  }

  return (
    <Sheet title="Save as view" onClose={onClose}>
      <form onSubmit={(event) => void save(event)} className="grid gap-3 p-4 text-list">
        <p className="text-ink-2">
          It finds <bdi className="font-strong break-words text-ink">{place.q}</bdi> in everything
          but spam.
        </p>
        <label className="grid gap-1">
          <span className="font-strong">Name</span>
          <input
            // biome-ignore lint/a11y/noAutofocus: the one thing that this sheet asks
            autoFocus
            required
            maxLength={60}
            value={name}
            aria-describedby="save-view-trouble"
            onChange={(event) => setName(event.target.value)}
            className="h-9 rounded-sm border border-line-strong bg-panel px-2.5"
          />
        </label>
        {can(me, 'view.share') ? (
          <label className="flex min-h-6 items-center gap-2">
            <input
              type="checkbox"
              checked={shared}
              onChange={(event) => setShared(event.target.checked)}
              className="size-4 accent-ink"
            />
            Show it to the whole team
          </label>
        ) : null}
        <p id="save-view-trouble" role="alert" className="text-breach empty:hidden">
          {trouble}
        </p>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="go" type="submit" disabled={busy || name.trim() === ''}>
            Save
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
