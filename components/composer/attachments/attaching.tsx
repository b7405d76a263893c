'use client';

import type { RefObject } from 'react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { MessageItem } from '@/lib/queries/inbox/thread-views';
import { useShortcut } from '../../shell/shortcuts';
import type { Conversation } from '../../thread/conversation';
import { IconButton } from '../../ui/button';
import { Icon } from '../../ui/icon';
import type { Mode } from '../attempt';
import type { Place } from './attach';
import { basketOf, dropHeld, useHeld } from './held';
import type { Held } from './held-rules';
import { isUnderway } from './held-rules';

const Strip = lazy(() => import('./strip').then(({ Strip: strip }) => ({ default: strip })));

export type Attaching = {
  held: readonly Held[];
  /** Something is here and nothing is still on its way. */
  complete: boolean;
  underway: boolean;
  /** A file is being dragged over the conversation. */
  dragging: boolean;
  take: (files: readonly File[], pasted?: boolean) => void;
  /** Whether anything can be sent from here at all. */
  may: boolean;
  place: Place;
};

/** Files for what is being written: chosen, pasted, or dropped anywhere on the conversation. */
export function useAttaching(
  { id: conversationId, network }: Conversation,
  { draftId, mode, may }: { draftId: string; mode: Mode; may: boolean },
  field: RefObject<HTMLTextAreaElement | null>,
): Attaching {
  const basket = basketOf(draftId, mode);
  const held = useHeld(basket);
  const place: Place = { basket, conversationId, network, mode };
  const take = (files: readonly File[], pasted = false) => {
    if (may && files.length > 0)
      void import('./attach').then(({ attachFiles }) => attachFiles(place, files, pasted));
  };
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  const dragging = useDropping(field, latest);
  usePasting(field, latest);
  const underway = held.some(isUnderway);
  const complete = !underway && held.some(({ file }) => file !== null);
  return { held, complete, underway, dragging: may && dragging, take, may, place };
}

/** What the conversation shows was sent, whatever became of the answer that should have said so. */
export function useArrivedFiles(draftId: string, messages: readonly MessageItem[]) {
  useEffect(() => {
    const arrived = new Set(
      messages.flatMap(({ id, clientKey, attachments }) =>
        id === clientKey ? [] : attachments.map(({ fileId }) => fileId),
      ),
    );
    if (arrived.size === 0) return;
    for (const mode of ['reply', 'note'] as const) {
      dropHeld(basketOf(draftId, mode), ({ file }) => file !== null && arrived.has(file.id));
    }
  }, [draftId, messages]);
}

type Taker = RefObject<(files: readonly File[], pasted?: boolean) => void>;

function usePasting(field: RefObject<HTMLTextAreaElement | null>, taker: Taker) {
  useEffect(() => {
    const element = field.current;
    function onPaste(event: ClipboardEvent) {
      const { files, types } = event.clipboardData ?? {};
      // Programs put a picture of a text beside the text: then the text is meant.
      if (!files?.length || types?.includes('text/plain')) return;
      event.preventDefault();
      taker.current([...files], true);
    }
    element?.addEventListener('paste', onPaste);
    return () => element?.removeEventListener('paste', onPaste);
  }, [field, taker]);
}

/** A file that is let go beside the conversation must not replace the page. */
function useDropping(field: RefObject<HTMLTextAreaElement | null>, taker: Taker): boolean {
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    function over(event: DragEvent) {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setDragging(isInside(event));
    }
    function drop(event: DragEvent) {
      setDragging(false);
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      if (isInside(event)) taker.current([...event.dataTransfer.files]);
    }
    function leave({ relatedTarget }: DragEvent) {
      if (relatedTarget === null) setDragging(false);
    }
    function isInside({ target }: DragEvent): boolean {
      const thread = field.current?.closest('main');
      return target instanceof Node && thread?.contains(target) === true;
    }
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    window.addEventListener('dragleave', leave);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
      window.removeEventListener('dragleave', leave);
    };
  }, [field, taker]);
  return dragging;
}

/** What stands between the text and the buttons. */
export function AttachedFiles({ attaching: { held, place } }: { attaching: Attaching }) {
  if (held.length === 0) return null;
  return (
    <Suspense>
      <Strip basket={place.basket} held={held} />
    </Suspense>
  );
}

/** Covers the composer while a file hangs over the conversation. */
export function DropHere({ attaching: { dragging } }: { attaching: Attaching }) {
  if (!dragging) return null;
  return (
    <div className="pointer-events-none absolute inset-0 z-10 grid place-items-center rounded-lg border-2 border-ink border-dashed bg-panel/95 font-strong">
      Drop to attach
    </div>
  );
}

export function AttachButton({ attaching: { take, may } }: { attaching: Attaching }) {
  const input = useRef<HTMLInputElement>(null);
  useShortcut('attach', may ? () => input.current?.click() : null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files to attach"
        onChange={(event) => {
          take([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <IconButton label="Attach a file" disabled={!may} onClick={() => input.current?.click()}>
        <Icon name="clip" size={17} />
      </IconButton>
    </>
  );
}
