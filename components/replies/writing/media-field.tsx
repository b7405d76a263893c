'use client';

import { X } from 'lucide-react';
import { useRef, useState } from 'react';
import { lookAt } from '@/lib/domain/files/look';
import { fileRules, whyNotAttached, whyTooMany } from '@/lib/domain/files/rules';
import { Notice } from '../../entrance/notice';
import { bytesInWords } from '../../thread/attachments/bytes-in-words';
import { buttonClass, IconButton } from '../../ui/button';
import type { MediaFile } from './media';
import { MediaThumb } from './media-thumb';
import { uploadReplyFile } from './upload';

const rules = fileRules('reply', 'x');

type Underway = { name: string; progress: number; stop: () => void };

/** The picture or film that goes along with the words. */
export function MediaField({
  replyId,
  media,
  onChange,
}: {
  replyId: string;
  media: readonly MediaFile[];
  onChange: (media: MediaFile[]) => void;
}) {
  const { underway, problem, take } = useTaking(replyId, media, onChange);
  const isFull = media.length >= rules.perMessage;
  return (
    <fieldset>
      <legend className="mb-1 font-strong text-ink-2">Picture or film</legend>
      <div className="grid gap-2">
        <Notice message={problem} />
        {media.length > 0 ? (
          <ul className="grid gap-1">
            {media.map((file) => (
              <li
                key={file.fileId}
                className="flex min-h-13 items-center gap-2.5 rounded-md border border-line bg-panel p-1"
              >
                <MediaThumb file={file} size="small" />
                <span className="min-w-0 flex-1 text-fact">
                  <bdi className="block truncate font-strong">{file.name}</bdi>
                  <span className="text-ink-3">{bytesInWords(file.size)}</span>
                </span>
                <IconButton
                  label={`Remove ${file.name}`}
                  onClick={() => onChange(media.filter(({ fileId }) => fileId !== file.fileId))}
                >
                  <X aria-hidden size={15} />
                </IconButton>
              </li>
            ))}
          </ul>
        ) : null}
        {underway ? <Progress underway={underway} /> : null}
        {isFull || underway ? null : <ChooseFile onFile={take} />}
        <p className="text-fact text-ink-3">
          {isFull
            ? 'One goes along with a message. Remove it to attach another.'
            : 'Optional. A picture or GIF, or a film as MP4. In public it is left out.'}
        </p>
      </div>
    </fieldset>
  );
}

function Progress({ underway: { name, progress, stop } }: { underway: Underway }) {
  return (
    <div className="flex min-h-13 items-center gap-2.5 rounded-md border border-line bg-panel py-1 pr-1 pl-3">
      <div className="min-w-0 flex-1 text-fact">
        <bdi className="block truncate font-strong">{name}</bdi>
        <progress
          max={100}
          value={Math.floor(progress * 100)}
          aria-label={`Attaching ${name}`}
          className="my-[7px] block h-0.5 w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-ink [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-ink"
        />
      </div>
      <IconButton label={`Stop attaching ${name}`} onClick={stop}>
        <X aria-hidden size={15} />
      </IconButton>
    </div>
  );
}

function ChooseFile({ onFile }: { onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <label
      className={buttonClass(
        'plain',
        'w-fit cursor-pointer focus-within:outline-2 focus-within:outline-focus focus-within:outline-offset-2',
      )}
    >
      Choose a file
      <input
        ref={input}
        type="file"
        accept="image/jpeg,image/png,image/webp,image/gif,video/mp4"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) onFile(file);
          if (input.current) input.current.value = '';
        }}
        className="sr-only"
      />
    </label>
  );
}

function useTaking(
  replyId: string,
  media: readonly MediaFile[],
  onChange: (media: MediaFile[]) => void,
) {
  const [underway, setUnderway] = useState<Underway | null>(null);
  const [problem, setProblem] = useState<string>();

  async function take(file: File) {
    setProblem(undefined);
    const reason = whyTooMany(media.length + 1, rules) ?? (await whyNot(file));
    if (reason !== null) {
      setProblem(reason);
      return;
    }
    const { stop, done } = uploadReplyFile(replyId, file, (progress) =>
      setUnderway((now) => now && { ...now, progress }),
    );
    setUnderway({ name: file.name, progress: 0, stop });
    const end = await done;
    setUnderway(null);
    if (end.kind === 'here') onChange([...media, end.file]);
    else if (end.kind === 'failed') setProblem(end.message);
  }

  return { underway, problem, take: (file: File) => void take(file) };
}

/** The same question that the server asks, so that most answers need no journey. */
async function whyNot(file: File): Promise<string | null> {
  try {
    const look = lookAt(new Uint8Array(await file.arrayBuffer()));
    return whyNotAttached(look, { name: file.name, bytes: file.size }, rules);
  } catch {
    return `“${file.name}” cannot be read. A file that has moved cannot be attached.`;
  }
}
