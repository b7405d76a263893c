'use client';

import { useState } from 'react';
import type { ReplyDetail } from '@/lib/queries/replies/views';
import { Notice } from '../../entrance/notice';
import { useCan } from '../../shell/me';
import { Button } from '../../ui/button';
import { SoftLink } from '../../ui/soft-link';
import { archiveReplyAction } from '../actions';
import { SettingsSheet } from '../settings-sheet';
import { useReplyChange } from '../use-reply-change';
import { purposeWords } from '../words';

/** What a reply is called, where it stands and who looks after it. */
export function ReplyHead({ reply }: { reply: ReplyDetail }) {
  const mayWrite = useCan('reply.write');
  const { title, key, folder, purpose, risk, owner, archived } = reply;
  return (
    <header>
      <p className="text-fact text-ink-3">
        <SoftLink href="/replies" className="underline underline-offset-2">
          Library
        </SoftLink>
        {folder === '' ? null : (
          <>
            {' / '}
            <bdi>{folder}</bdi>
          </>
        )}
      </p>
      <div className="mt-1 flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-72">
          <h1 className="font-title text-heading [overflow-wrap:anywhere]">
            <bdi>{title}</bdi>
          </h1>
          <p className="mt-0.5 flex flex-wrap items-center gap-x-2 text-ink-2">
            <bdi className="text-ink">/{key}</bdi>
            <span>{purposeWords[purpose]}</span>
            {risk === 'high' ? (
              <span className="rounded-sm border border-line-strong px-1 text-fact text-ink-2">
                High risk
              </span>
            ) : null}
            {archived ? (
              <span className="rounded-sm bg-sunken px-1.5 text-fact text-ink-2">Archived</span>
            ) : null}
            <span>
              looked after by <bdi>{owner.name}</bdi>
            </span>
          </p>
        </div>
        {mayWrite ? <HeadButtons reply={reply} /> : null}
      </div>
    </header>
  );
}

function HeadButtons({ reply }: { reply: ReplyDetail }) {
  const [isOpen, setOpen] = useState(false);
  const { change, isPending, problem } = useReplyChange(archiveReplyAction);
  const { id, archived } = reply;
  const held = archived ? null : heldWords(reply);
  return (
    <div className="grid justify-items-end gap-1">
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setOpen(true)}>Settings…</Button>
        {held === null ? (
          <Button
            tone="quiet"
            disabled={isPending}
            onClick={() => change({ replyId: id, archived: !archived })}
          >
            {archived ? 'Bring back' : 'Archive'}
          </Button>
        ) : null}
      </div>
      {held === null ? null : <p className="text-fact text-ink-3">{held}</p>}
      <Notice message={problem} />
      {isOpen ? <SettingsSheet reply={reply} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

/** Why it cannot be archived; null when it can. */
function heldWords({ versions }: ReplyDetail): string | null {
  if (versions.some(({ state }) => state === 'published'))
    return 'In use, so it cannot be archived.';
  return versions.some(({ scheduled }) => scheduled)
    ? 'Scheduled, so it cannot be archived.'
    : null;
}
