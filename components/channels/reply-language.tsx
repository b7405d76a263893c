'use client';

import { useId, useOptimistic } from 'react';
import type { ChannelHealthView } from '@/lib/queries/channels/channel-health';
import { Notice } from '../entrance/notice';
import { commonLanguages, languageName } from '../replies/words';
import { useChange } from '../settings/use-change';
import { setChannelLanguageAction } from './actions';

type Props = { channel: ChannelHealthView; mayChange: boolean };

/** In which language approved replies are offered where nobody knows the customer's; chosen by an admin. */
export function ReplyLanguage({ channel: { id, handle, language }, mayChange }: Props) {
  const { change, problem } = useChange(setChannelLanguageAction);
  const [chosen, guess] = useOptimistic(language);
  const selectId = useId();
  if (!mayChange) {
    return <p className="text-fact text-ink-3">Answers in {languageName(chosen)} by default.</p>;
  }
  const offered = [...new Set([...commonLanguages, language])];
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap items-center gap-2 text-fact">
        <label htmlFor={selectId} className="text-ink-3">
          Answer in, when the customer’s language is not known
          <span className="sr-only"> on @{handle}</span>
        </label>
        <select
          id={selectId}
          value={chosen}
          onChange={({ target: { value } }) => {
            change({ channelId: id, language: value }, () => guess(value));
          }}
          className="h-7 max-w-full rounded-sm border border-line-strong bg-panel px-1.5"
        >
          {offered.map((code) => (
            <option key={code} value={code}>
              {languageName(code)}
            </option>
          ))}
        </select>
      </div>
      <Notice message={problem} />
    </div>
  );
}
