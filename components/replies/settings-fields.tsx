'use client';

import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { ReplyPurpose, Risk } from '@/lib/domain/replies/reply';
import { purposes, risks, shortest } from '@/lib/domain/replies/reply';
import { Field } from '../entrance/field';
import { channelsQuery } from '../inbox/queries';
import { foldersOf } from './library/filtered';
import { libraryQuery } from './queries';
import { purposeWords, riskWords } from './words';

export type ReplySettings = {
  title: string;
  key: string;
  folder: string;
  purpose: ReplyPurpose;
  risk: Risk;
  channelIds: readonly string[];
};

export const selectLook =
  'h-9 w-full rounded-sm border border-line-strong bg-panel px-2.5 text-message';

/** What a reply is called, where it stands and what it is for: of a new one and of one that is there. */
export function SettingsFields({
  values,
  problems,
  set,
}: {
  values: ReplySettings;
  problems: Readonly<Record<string, string>>;
  set: (patch: Partial<ReplySettings>) => void;
}) {
  return (
    <>
      <Field
        label="Title"
        name="reply-title"
        autoComplete="off"
        placeholder="Delivery is late"
        value={values.title}
        onChange={({ target }) => set({ title: target.value })}
        problem={problems['title']}
        maxLength={shortest.title}
        required
      />
      <Field
        label="Key"
        name="reply-key"
        autoComplete="off"
        spellCheck={false}
        hint="Agents type it after the slash: lower-case letters, figures and hyphens."
        value={values.key}
        onChange={({ target }) => set({ key: target.value })}
        problem={problems['key']}
        maxLength={41}
        required
      />
      <FolderField
        folder={values.folder}
        problem={problems['folder']}
        onChange={(folder) => set({ folder })}
      />
      <Purpose values={values} set={set} />
      <Channels channelIds={values.channelIds} onChange={(channelIds) => set({ channelIds })} />
    </>
  );
}

function FolderField({
  folder,
  problem,
  onChange,
}: {
  folder: string;
  problem: string | undefined;
  onChange: (folder: string) => void;
}) {
  const id = useId();
  const { data: lines = [] } = useQuery(libraryQuery);
  return (
    <>
      <Field
        label="Folder"
        name="reply-folder"
        autoComplete="off"
        list={id}
        hint="Empty for none. A new name is a new folder."
        value={folder}
        onChange={({ target }) => onChange(target.value)}
        problem={problem}
        maxLength={shortest.folder}
      />
      <datalist id={id}>
        {foldersOf(lines).map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}

function Purpose({
  values: { purpose, risk },
  set,
}: {
  values: ReplySettings;
  set: (patch: Partial<ReplySettings>) => void;
}) {
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <label>
        <span className="mb-1 block font-strong text-ink-2">What it does</span>
        <select
          value={purpose}
          onChange={({ target }) =>
            set({ purpose: purposes.find((each) => each === target.value) ?? purpose })
          }
          className={selectLook}
        >
          {purposes.map((each) => (
            <option key={each} value={each}>
              {purposeWords[each]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="mb-1 block font-strong text-ink-2">Risk</span>
        <select
          value={risk}
          onChange={({ target }) =>
            set({ risk: risks.find((each) => each === target.value) ?? risk })
          }
          className={selectLook}
        >
          {risks.map((each) => (
            <option key={each} value={each}>
              {riskWords[each]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function Channels({
  channelIds,
  onChange,
}: {
  channelIds: readonly string[];
  onChange: (channelIds: string[]) => void;
}) {
  const { data: channels = [] } = useQuery(channelsQuery);
  if (channels.length === 0) return null;
  return (
    <fieldset>
      <legend className="mb-1 font-strong text-ink-2">Only on these channels</legend>
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {channels.map(({ id, handle }) => (
          <li key={id}>
            <label className="flex min-h-6 items-center gap-1.5">
              <input
                type="checkbox"
                checked={channelIds.includes(id)}
                onChange={({ target }) => {
                  const others = channelIds.filter((each) => each !== id);
                  onChange(target.checked ? [...others, id] : others);
                }}
                className="size-4 shrink-0 accent-ink"
              />
              <bdi>@{handle}</bdi>
            </label>
          </li>
        ))}
      </ul>
      <p className="mt-1 text-fact text-ink-3">None chosen: on all of them.</p>
    </fieldset>
  );
}
