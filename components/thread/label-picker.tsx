'use client';

import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { LabelColour } from '@/lib/domain/conversation/labels';
import { labelsQuery } from '../inbox/queries';
import { useCan } from '../shell/me';
import { Picker } from '../ui/picker';
import { SoftLink } from '../ui/soft-link';
import type { PickerProps } from './picker-props';

/** Which labels it carries: as many as one likes, put on and taken off together when the list closes. */
export function LabelPicker({ subjects, anchor, onChange, onClose }: PickerProps) {
  const { data: labels = [] } = useQuery(labelsQuery);
  const mayManage = useCan('label.manage');
  const [wanted, setWanted] = useState<ReadonlyMap<string, boolean>>(new Map());
  const carried = (id: string) =>
    subjects.length > 0 && subjects.every(({ labelIds }) => labelIds.includes(id));
  const isOn = (id: string) => wanted.get(id) ?? carried(id);
  const closed = useRef(false);

  function close() {
    const changed = [...wanted].filter(([id, on]) => on !== carried(id));
    onClose();
    if (changed.length === 0 || closed.current) return;
    closed.current = true;
    onChange({
      kind: 'label',
      add: changed.filter(([, on]) => on).map(([id]) => id),
      remove: changed.filter(([, on]) => !on).map(([id]) => id),
    });
  }

  const choices = labels
    .filter(({ id, archived }) => !archived || carried(id))
    .map((label) => ({
      id: label.id,
      label: label.name,
      lead: <LabelMark colour={label.colour} />,
      chosen: isOn(label.id),
    }));
  return (
    <Picker
      label="Labels"
      anchor={anchor}
      several
      choices={choices}
      nothing={(typed) => (
        <>
          {typed ? `No label is called “${typed}”.` : 'There are no labels yet.'}{' '}
          {mayManage ? (
            <SoftLink href="/settings/labels" className="underline underline-offset-2">
              Make one in Settings
            </SoftLink>
          ) : (
            'A lead can make one.'
          )}
        </>
      )}
      onChoose={(id) => setWanted(new Map([...wanted, [id, !isOn(id)]]))}
      onClose={close}
    />
  );
}

function LabelMark({ colour }: { colour: LabelColour }) {
  return (
    <span aria-hidden data-label={colour} className="label-mark size-2.5 shrink-0 rounded-full" />
  );
}
