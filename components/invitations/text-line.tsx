'use client';

import { useRef, useState } from 'react';
import { previewOf } from '@/lib/domain/conversation/preview';
import type { InvitationText } from '@/lib/queries/invitations/invitation-texts';
import { Notice } from '../entrance/notice';
import { Fold } from '../settings/fold';
import { useChange } from '../settings/use-change';
import { Button } from '../ui/button';
import { changeInvitationAction, removeInvitationAction } from './actions';
import { TextForm } from './text-form';

/** An approved invitation, and what can be done about it. */
export function TextLine({ text, mayChange }: { text: InvitationText; mayChange: boolean }) {
  const { id, body } = text;
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const remover = useRef<HTMLButtonElement>(null);
  const named = <span className="sr-only"> the invitation “{previewOf({ body })}”</span>;
  return (
    <li className="grid gap-3 border-line border-b px-4 py-2.5 last:border-b-0">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <p className="min-w-48 flex-1 whitespace-pre-line py-0.5 [overflow-wrap:anywhere]">
          {body}
        </p>
        {mayChange ? (
          <div className="flex gap-1">
            <Button
              ref={opener}
              tone="quiet"
              aria-expanded={open === 'edit'}
              onClick={() => setOpen(open === 'edit' ? null : 'edit')}
            >
              Edit{named}
            </Button>
            <Button
              ref={remover}
              tone="quiet"
              aria-expanded={open === 'remove'}
              onClick={() => setOpen(open === 'remove' ? null : 'remove')}
            >
              Remove{named}
            </Button>
          </div>
        ) : null}
      </div>
      {open === 'edit' ? (
        <Fold opener={opener} onClose={() => setOpen(null)}>
          <TextForm
            action={changeInvitationAction}
            body={body}
            more={{ textId: id }}
            onDone={() => {
              setOpen(null);
              opener.current?.focus();
            }}
          />
        </Fold>
      ) : null}
      {open === 'remove' ? (
        <Fold opener={remover} onClose={() => setOpen(null)}>
          <Removal textId={id} />
        </Fold>
      ) : null}
    </li>
  );
}

function Removal({ textId }: { textId: string }) {
  const { change, isPending, problem } = useChange(removeInvitationAction);
  return (
    <>
      <Notice message={problem} />
      <p className="flex flex-wrap items-center gap-3">
        <span>It is not offered any more. What was posted with it stays.</span>
        <Button tone="grave" disabled={isPending} onClick={() => change({ textId })}>
          Remove for good
        </Button>
      </p>
    </>
  );
}
