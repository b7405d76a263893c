'use client';

import { useId, useOptimistic } from 'react';
import { silenceChoices, silentAfter } from '@/lib/domain/channel/silence';
import type { ChannelHealthView, SilenceView } from '@/lib/queries/channels/channel-health';
import { Notice } from '../entrance/notice';
import { useChange } from '../settings/use-change';
import { setSilenceAlarmAction } from './actions';
import { spanOf } from './words';

type Props = { channel: ChannelHealthView; mayChange: boolean };

/** After how long without a message somebody is told; chosen by an admin, read by everyone. */
export function SilenceAlarm({ channel: { id, handle, silence }, mayChange }: Props) {
  const { change, problem } = useChange(setSilenceAlarmAction);
  const [chosen, guess] = useOptimistic(silence.chosen);
  const selectId = useId();
  if (!mayChange)
    return <p className="text-fact text-ink-3">Alarm: {wordsFor(chosen, silence)}.</p>;
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap items-center gap-2 text-fact">
        <label htmlFor={selectId} className="text-ink-3">
          Tell the admins when nothing comes<span className="sr-only"> on @{handle}</span>
        </label>
        <select
          id={selectId}
          value={String(chosen)}
          onChange={({ target }) => {
            const afterMinutes = target.value === 'null' ? null : Number(target.value);
            change({ channelId: id, afterMinutes }, () => guess(afterMinutes));
          }}
          className="h-7 max-w-full rounded-sm border border-line-strong bg-panel px-1.5"
        >
          {silenceChoices.map((choice) => (
            <option key={String(choice)} value={String(choice)}>
              {wordsFor(choice, silence)}
            </option>
          ))}
        </select>
      </div>
      {chosen === null ? <p className="text-fact text-ink-3">{rhythmOf(silence)}</p> : null}
      <Notice message={problem} />
    </div>
  );
}

function wordsFor(choice: number | null, { usualQuiet }: SilenceView): string {
  const minutes = silentAfter(choice, usualQuiet);
  if (minutes === null) return 'never';
  const span = spanOf(minutes);
  return choice === null ? `by its own rhythm: after ${span}` : `after ${span}`;
}

function rhythmOf({ usualQuiet }: SilenceView): string {
  return usualQuiet === null
    ? 'Too little is known of its rhythm yet, so a day is waited.'
    : `Its longest quiet time in two weeks, nights included, was ${spanOf(usualQuiet)}. Half as long again is waited, at least 2 hours and at most 3 days.`;
}
