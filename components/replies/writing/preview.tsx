'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Allowance, ReplyMedia } from '@/lib/domain/replies/reply';
import type { Part } from '@/lib/domain/replies/template';
import { render } from '@/lib/domain/replies/template';
import type { VariableValues } from '@/lib/domain/replies/variables';
import { valuesOf } from '@/lib/domain/replies/variables';
import { channelsQuery } from '../../inbox/queries';
import { useMe } from '../../shell/me';
import { sideQuery } from '../picker-queries';
import { MediaThumb } from './media-thumb';
import { ReaderChoice } from './reader-choice';

export type Reader = { conversationId: string; name: string };

/** The words as one customer would read them, with what is missing for them named. */
export function Preview({
  parts,
  known,
  allowance,
  language,
  media,
}: {
  parts: readonly Part[];
  /** What can be filled in at all: of anything else it is told elsewhere that there is no such thing. */
  known: readonly string[];
  allowance: Allowance;
  language: string;
  media: readonly ReplyMedia[];
}) {
  const [reader, setReader] = useState<Reader | null>(null);
  const values = useValues(reader);
  const { text, missing } = render({ parts: [...parts] }, allowance, values ?? {});
  const unfilled = missing.filter((name) => known.includes(name));
  return (
    <section aria-labelledby="reply-preview">
      <div className="mb-1 flex min-h-7 flex-wrap items-center justify-between gap-x-2">
        <h3 id="reply-preview" className="font-strong text-ink-2">
          As it is read
        </h3>
        <ReaderChoice reader={reader} onChoose={setReader} />
      </div>
      {text.trim() === '' && media.length === 0 ? (
        <p className="text-ink-3">Nothing yet.</p>
      ) : (
        <div className="grid justify-items-end gap-1.5 rounded-lg border border-line bg-panel p-3">
          {media.map((file) => (
            <MediaThumb key={file.fileId} file={file} size="large" />
          ))}
          {text.trim() === '' ? null : (
            <p
              lang={language}
              dir="auto"
              className="w-fit max-w-140 whitespace-pre-wrap rounded-lg bg-ours px-3 py-2 text-message [overflow-wrap:anywhere]"
            >
              {text}
            </p>
          )}
        </div>
      )}
      <p role="status" className="mt-1 min-h-4 text-amber-ink text-fact">
        {values ? missingWords(unfilled, reader) : null}
      </p>
    </section>
  );
}

function missingWords(missing: readonly string[], reader: Reader | null): string | null {
  if (missing.length === 0) return null;
  const who = reader?.name ?? 'this customer';
  const names = missing.join(', ');
  return `Nothing is known for ${names} of ${who}: it cannot be sent to them until somebody writes it. Write what stands there instead behind a bar: {{${missing[0]}|there}}.`;
}

/** What is filled in for somebody, or for a customer who is made up; undefined while it is being read. */
function useValues(reader: Reader | null): VariableValues | undefined {
  const me = useMe();
  const { data: channels = [] } = useQuery(channelsQuery);
  const { data: side } = useQuery({
    ...sideQuery(reader?.conversationId ?? ''),
    enabled: reader !== null,
  });
  if (reader) return side?.values;
  return valuesOf({
    contactName: 'Ana Lima',
    contactHandle: 'ana',
    memberName: me.name,
    channelHandle: channels[0]?.handle ?? 'channel',
    conversationId: '00000000-0000-0000-0000-0000004f2a91',
    attributes: {},
  });
}
