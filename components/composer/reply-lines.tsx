'use client';

import { useQuery } from '@tanstack/react-query';
import { Ban, TriangleAlert } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { useEffect, useState } from 'react';
import type { Stray } from '@/lib/domain/replies/judge';
import { judgeWords } from '@/lib/domain/replies/judge';
import { withWordsBack } from '@/lib/domain/replies/standing';
import { withoutRecalled } from '@/lib/domain/replies/take-out';
import { strayWords } from '@/lib/domain/replies/words';
import type { UseView } from '@/lib/queries/replies/views';
import { labelsQuery, teamsQuery } from '../inbox/queries';
import { WordDiff } from '../replies/word-diff';
import { Button } from '../ui/button';
import { alongWords } from './along-words';
import { basketOf, dropHeld } from './attachments/held';
import type { Composing } from './composing';
import { typeDraft, useDraftId, useDrafts } from './drafts';
import { insertText } from './insert-text';

type Props = {
  conversationId: string;
  uses: readonly UseView[];
  composing: Composing;
  field: RefObject<HTMLTextAreaElement | null>;
};

/**
 * What is to be said of the approved replies in a reply: words that were changed and the ways on, a recall, and what happens
 * along with the send.
 */
export function ReplyLines({ conversationId, uses, composing, field }: Props) {
  const { text, mode, attaching, wordsOnly } = composing;
  useWithoutRecalled(conversationId, uses);
  if (mode !== 'reply') return null;
  const fileIds = attaching.held.flatMap(({ file }) => file?.id ?? []);
  const { strays: seen, kept, recalled } = judgeWords(text, fileIds, { uses, lately: [] });
  // Words of a reply that stood here before and came back by hand: the server knows of them.
  const known = new Set(uses.map(({ id }) => id));
  const strays = [...seen, ...composing.strays.filter(({ useId }) => !known.has(useId))];
  const along = uses.filter(({ id }) => kept.includes(id));
  return (
    <>
      {uses
        .filter(({ state }) => state === 'recalled')
        .map((use) => (
          <RecalledLine
            key={use.id}
            use={use}
            stands={recalled.some(({ useId }) => useId === use.id)}
          />
        ))}
      {strays.map((stray) => (
        <StrayLine
          key={`${stray.useId} ${stray.why}`}
          stray={stray}
          use={uses.find(({ id }) => id === stray.useId)}
          text={text}
          onWords={(words) => {
            if (field.current) replaceAll(field.current, words);
          }}
        />
      ))}
      {strays.length > 0 ? (
        <div className="flex flex-wrap items-center gap-2 border-line border-b bg-amber-wash px-3 py-2">
          <p className="min-w-0 flex-1 text-fact text-ink-2">
            It cannot go out like this. A marketer or a lead may let it go; the clock runs on.
          </p>
          <Button onClick={() => composing.send({ asks: true })}>Ask for approval</Button>
        </div>
      ) : null}
      <AlongLine uses={along} left={wordsOnly} onLeave={composing.leaveOut} />
    </>
  );
}

/** Recalled words and their files leave the reply at once, whatever window it stands in; what was typed around them stays. */
function useWithoutRecalled(conversationId: string, uses: readonly UseView[]) {
  const draftId = useDraftId(conversationId);
  const { text } = useDrafts(draftId).drafts.reply;
  useEffect(() => {
    const left = withoutRecalled(text, uses);
    if (left !== text) typeDraft(draftId, 'reply', left);
    const recalled = uses.filter(({ state }) => state === 'recalled');
    const files = new Set(recalled.flatMap(({ fileIds }) => fileIds));
    if (files.size === 0) return;
    dropHeld(basketOf(draftId, 'reply'), ({ file }) => file !== null && files.has(file.id));
  }, [draftId, text, uses]);
}

function RecalledLine({ use: { title, endReason }, stands }: { use: UseView; stands: boolean }) {
  return (
    <Line icon={<Ban aria-hidden size={14} className="text-breach" />} alert>
      <strong className="font-strong">“{title}” was recalled</strong>
      {endReason ? `: ${endReason}` : '.'}{' '}
      {stands
        ? 'Words of it are still here. Take them out; nothing of it can be sent.'
        : 'Its words were taken out of this reply.'}
    </Line>
  );
}

function StrayLine({
  stray,
  use,
  text,
  onWords,
}: {
  stray: Stray;
  use: UseView | undefined;
  text: string;
  onWords: (text: string) => void;
}) {
  const [shown, setShown] = useState(false);
  const { why, missing } = stray;
  const segments = use?.segments ?? missing.map((each) => ({ text: each, locked: true }));
  const words = segments.map((segment) => segment.text).join('');
  return (
    <div className="border-line border-b bg-amber-wash">
      <Line icon={<TriangleAlert aria-hidden size={14} className="text-amber-ink" />}>
        {strayWords(stray)}
        {why === 'words' ? (
          <span className="ml-2 inline-flex gap-1">
            <Button tone="quiet" aria-expanded={shown} onClick={() => setShown(!shown)}>
              {shown ? 'Hide the difference' : 'See the difference'}
            </Button>
            <Button tone="quiet" onClick={() => onWords(withWordsBack(text, segments))}>
              Put back
            </Button>
          </span>
        ) : null}
      </Line>
      {shown ? (
        <div className="quiet-scroll mx-3 mb-2 max-h-40 overflow-y-auto rounded-md border border-line bg-panel px-3 py-2">
          <WordDiff before={words} after={text} />
        </div>
      ) : null}
    </div>
  );
}

function AlongLine({
  uses,
  left,
  onLeave,
}: {
  uses: readonly UseView[];
  left: boolean;
  onLeave: (left: boolean) => void;
}) {
  const { data: labels } = useQuery(labelsQuery);
  const { data: teams } = useQuery(teamsQuery);
  const words = alongWords(
    uses.map(({ actions }) => actions),
    { labels: labels ?? [], teams: teams ?? [] },
  );
  if (words === '') return null;
  return (
    <label className="flex min-h-9 cursor-pointer items-center gap-2 border-line border-b px-3 py-1.5 text-fact text-ink-2">
      <input
        type="checkbox"
        className="accent-(--ink)"
        checked={!left}
        onChange={(event) => onLeave(!event.target.checked)}
      />
      <span className="min-w-0 [overflow-wrap:anywhere]">With the send: {words}</span>
    </label>
  );
}

function Line({
  icon,
  alert,
  children,
}: {
  icon: ReactNode;
  alert?: boolean;
  children: ReactNode;
}) {
  return (
    <div
      role={alert ? 'alert' : undefined}
      className="flex min-h-9 items-start gap-2 px-3 py-2 text-fact"
    >
      <span className="mt-0.5 shrink-0">{icon}</span>
      <div className="min-w-0 flex-1 [overflow-wrap:anywhere]">{children}</div>
    </div>
  );
}

/** As if the person had typed it: the browser's undo takes it back. */
function replaceAll(field: HTMLTextAreaElement, text: string) {
  field.focus();
  field.setSelectionRange(0, field.value.length);
  insertText(field, text);
}
