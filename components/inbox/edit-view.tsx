'use client';

import type { FormEvent } from 'react';
import { useState } from 'react';
import type { SavedViewView } from '@/lib/queries/inbox/views';
import { Button } from '../ui/button';
import { Sheet } from '../ui/sheet';
import type { ViewChange } from './view-change';

const field = 'h-9 w-full rounded-sm border border-line-strong bg-panel px-2.5';

/** Another name, or another search, for a view that is kept. */
export function EditView({
  saved,
  onChange,
  onClose,
}: {
  saved: SavedViewView;
  /** Answers with what is wrong, or null. */
  onChange: (wanted: ViewChange) => Promise<string | null>;
  onClose: () => void;
}) {
  const [name, setName] = useState(saved.name);
  const [query, setQuery] = useState(saved.query);
  const [trouble, setTrouble] = useState<string | null>(null);

  async function save(event: FormEvent) {
    event.preventDefault();
    const wrong = await onChange({ name, query });
    setTrouble(wrong);
    if (wrong === null) onClose();
  }

  return (
    <Sheet title="Change the view" onClose={onClose}>
      <form onSubmit={(event) => void save(event)} className="grid gap-3 p-4 text-list">
        <label className="grid gap-1">
          <span className="font-strong">Name</span>
          <input
            required
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.target.value)}
            className={field}
          />
        </label>
        <label className="grid gap-1">
          <span className="font-strong">Finds</span>
          <input
            required
            maxLength={500}
            spellCheck={false}
            value={query}
            aria-describedby="edit-view-trouble"
            onChange={(event) => setQuery(event.target.value)}
            className={field}
          />
        </label>
        <p id="edit-view-trouble" role="alert" className="text-breach empty:hidden">
          {trouble}
        </p>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="go" type="submit" disabled={name.trim() === '' || query.trim() === ''}>
            Save
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
