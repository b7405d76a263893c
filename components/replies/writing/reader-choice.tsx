'use client';

import { useState } from 'react';
import { rowDetail, useFoundRows } from '../../shell/found-rows';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Picker } from '../../ui/picker';

export type Reader = { conversationId: string; name: string };

const madeUp = 'made-up';

/** For whom a reply is shown: somebody who wrote to us, or a customer who is made up. */
export function ReaderChoice({
  reader,
  onChoose,
}: {
  reader: Reader | null;
  onChoose: (reader: Reader | null) => void;
}) {
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        ref={setButton}
        tone="quiet"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
        className="min-w-0 max-w-full"
      >
        <span className="truncate">
          by <bdi>{reader?.name ?? 'Ana, made up'}</bdi>
        </span>
        <Icon name="down" size={13} />
      </Button>
      {isOpen ? (
        <Choices anchor={button} onChoose={onChoose} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}

function Choices({
  anchor,
  onChoose,
  onClose,
}: {
  anchor: HTMLButtonElement | null;
  onChoose: (reader: Reader | null) => void;
  onClose: () => void;
}) {
  const [typed, setTyped] = useState('');
  const { rows, searching } = useFoundRows(typed);
  const found = rows.map((row) => ({
    id: row.id,
    label: row.contactName,
    detail: rowDetail(row),
  }));
  const choices = typed.trim() === '' ? [{ id: madeUp, label: 'Ana, who is made up' }] : found;
  return (
    <Picker
      label="A customer, by name, handle or words"
      anchor={anchor}
      choices={choices}
      onType={setTyped}
      nothing={() => (searching ? 'Looking.' : 'No conversation has that.')}
      onChoose={(id) => {
        const row = rows.find((each) => each.id === id);
        onChoose(row ? { conversationId: row.id, name: row.contactName } : null);
      }}
      onClose={onClose}
    />
  );
}
