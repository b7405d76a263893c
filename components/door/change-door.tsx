'use client';

import { useId, useState } from 'react';
import { doorSettingOf, doorWords, opens } from '@/lib/domain/channel/door';
import type { Door } from '@/lib/domain/permissions/x-rules';
import type { DoorView } from '@/lib/door';
import { Notice } from '../entrance/notice';
import { Button } from '../ui/button';
import { orderDoorAction, recordDoorAction } from './actions';
import { DoorEffects } from './door-effects';
import { Guide } from './guide';
import { ReadinessInShort } from './readiness';
import { useDoorChange } from './use-door-change';
import { turnWords, wordOf } from './words';

/** Chooses another door, having seen what it changes; then it is set, or set by hand and recorded. */
export function ChangeDoor({ door, onClose }: { door: DoorView; onClose: () => void }) {
  const { id, network, isSwitch } = door;
  const [chosen, setChosen] = useState<Door | null>(door.door);
  const turning = useDoorChange(isSwitch ? orderDoorAction : recordDoorAction, onClose);
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        turning.change({ channelId: id, door: chosen });
      }}
    >
      <Choices door={door} chosen={chosen} onChoose={setChosen} />
      {chosen === null || chosen === door.door ? null : <DoorEffects door={door} chosen={chosen} />}
      {chosen !== null && opens(door.door, chosen) ? <ReadinessInShort /> : null}
      {isSwitch || chosen === null ? null : <Guide network={network} chosen={chosen} />}
      <Notice message={turning.problem} />
      <div className="flex flex-wrap items-center gap-2">
        <Turn door={door} chosen={chosen} isPending={turning.isPending} />
        <Button onClick={onClose}>Leave it</Button>
      </div>
    </form>
  );
}

function Choices({
  door: { handle, network, door },
  chosen,
  onChoose,
}: {
  door: DoorView;
  chosen: Door | null;
  onChoose: (door: Door) => void;
}) {
  const group = useId();
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1.5 font-strong">Who may message @{handle}?</legend>
      {doorSettingOf(network)?.choices.map((choice) => (
        <label
          key={choice.door}
          className="flex cursor-pointer items-start gap-2.5 rounded-sm border border-line bg-panel px-3 py-2 has-checked:border-amber has-checked:bg-amber-wash"
        >
          <input
            type="radio"
            name={group}
            checked={chosen === choice.door}
            onChange={() => onChoose(choice.door)}
            className="mt-0.5 size-4 accent-ink"
          />
          <span className="min-w-0">
            <span className="font-strong">{doorWords[choice.door].title}</span>
            {door === choice.door ? <span className="text-ink-3"> · now</span> : null}
            <span className="block text-ink-2">{doorWords[choice.door].sentence}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Turn({
  door: { door, handle, network, isSwitch },
  chosen,
  isPending,
}: {
  door: DoorView;
  chosen: Door | null;
  isPending: boolean;
}) {
  const isSame = chosen === door;
  if (chosen === null) return null;
  if (isSwitch) {
    return (
      <Button type="submit" tone="go" disabled={isPending || isSame}>
        {isSame ? 'It is so already' : turnWords(chosen, handle)}
      </Button>
    );
  }
  const word = wordOf(network, chosen);
  return (
    <Button type="submit" tone="go" disabled={isPending}>
      {isSame ? `It is still “${word}”` : `I have set it to “${word}”`}
    </Button>
  );
}
