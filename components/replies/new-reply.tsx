'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Notice } from '../entrance/notice';
import { Button } from '../ui/button';
import { Sheet } from '../ui/sheet';
import { createReplyAction } from './actions';
import type { ReplySettings } from './settings-fields';
import { SettingsFields, selectLook } from './settings-fields';
import { useReplyChange } from './use-reply-change';
import { commonLanguages, languageName } from './words';

/** Names a reply; its words are written on its own page. */
export function NewReply({
  folder,
  proposed,
  onClose,
}: {
  folder: string;
  /** A title that somebody comes with. */
  proposed: string;
  onClose: () => void;
}) {
  const router = useRouter();
  const [hasOwnKey, setOwnKey] = useState(false);
  const [language, setLanguage] = useState('en');
  const [values, setValues] = useState<ReplySettings>({
    title: proposed,
    key: keyFrom(proposed),
    folder,
    purpose: 'answer',
    risk: 'low',
    channelIds: [],
  });
  const { change, isPending, problem, fields } = useReplyChange(createReplyAction, ({ replyId }) =>
    router.push(`/replies/${replyId}`),
  );

  function set(patch: Partial<ReplySettings>) {
    if (patch.key !== undefined) setOwnKey(patch.key !== '');
    const key = patch.title !== undefined && !hasOwnKey ? { key: keyFrom(patch.title) } : undefined;
    setValues((before) => ({ ...before, ...key, ...patch }));
  }

  return (
    <Sheet title="New reply" onClose={onClose}>
      <form
        className="quiet-scroll grid max-h-[75dvh] gap-4 overflow-y-auto p-4"
        onSubmit={(event) => {
          event.preventDefault();
          change({ ...values, sourceLanguage: language });
        }}
      >
        <Notice message={Object.keys(fields).length > 0 ? undefined : problem} />
        <SettingsFields values={values} problems={fields} set={set} />
        <label>
          <span className="mb-1 block font-strong text-ink-2">First written in</span>
          <select
            value={language}
            onChange={({ target }) => setLanguage(target.value)}
            className={selectLook}
          >
            {commonLanguages.map((code) => (
              <option key={code} value={code}>
                {languageName(code)}
              </option>
            ))}
          </select>
        </label>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" tone="go" disabled={isPending}>
            Write it
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Sheet>
  );
}

/** A key made of a title, as a proposal: "Delivery is late" is `delivery-is-late`. */
function keyFrom(title: string): string {
  const letters = title.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return letters
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-+|-+$/g, '');
}
