'use client';

import type { FormEvent } from 'react';
import { useState } from 'react';
import { Button } from '../ui/button';
import { useClock } from '../ui/clock';
import { shortMoment } from '../ui/days';
import { Picker } from '../ui/picker';
import type { PickerProps } from './picker-props';
import { fieldTime, instantOfField, snoozeTimes } from './snooze-times';

const hourMs = 3_600_000;

/** Until when it is put off: the usual times with what they come to, or any other. */
export function SnoozePicker({ anchor, onChange, onClose }: PickerProps) {
  const { now, zone } = useClock();
  // As it was when the choices were shown: none must change under the finger.
  const [from] = useState(now);
  const times = snoozeTimes(from, zone);

  function snooze(until: string) {
    onChange({ kind: 'snooze', until });
  }

  return (
    <Picker
      label="Snooze until"
      anchor={anchor}
      choices={times.map(({ id, label, at }) => ({ id, label, hint: shortMoment(at, zone) }))}
      nothing={() => 'No such time. Choose one below.'}
      onChoose={(id) => {
        const time = times.find((each) => each.id === id);
        if (time) snooze(time.at);
      }}
      onClose={onClose}
    >
      <OtherTime
        from={from}
        zone={zone}
        onSnooze={(until) => {
          onClose();
          snooze(until);
        }}
      />
    </Picker>
  );
}

function OtherTime({
  from,
  zone,
  onSnooze,
}: {
  from: number;
  zone: string;
  onSnooze: (until: string) => void;
}) {
  const [field, setField] = useState(() => fieldTime(from + 24 * hourMs, zone));
  const until = instantOfField(field, zone);
  const late = until === null || Date.parse(until) <= from;

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (until && !late) onSnooze(until);
  }

  return (
    <form
      aria-label="Another time"
      onSubmit={onSubmit}
      className="flex shrink-0 gap-2 border-line border-t p-2"
    >
      <input
        type="datetime-local"
        aria-label="Date and time"
        value={field}
        min={fieldTime(from, zone)}
        max={fieldTime(from + 365 * 24 * hourMs, zone)}
        onChange={(event) => setField(event.target.value)}
        className="h-8 min-w-0 flex-1 rounded-sm border border-line bg-transparent px-2 tabular-nums"
      />
      <Button type="submit" disabled={late} className="h-8">
        Snooze
      </Button>
    </form>
  );
}
