'use client';

import type { QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { v4 as uuid } from 'uuid';
import type { ActionResult } from '@/lib/action';
import { spaced } from '@/lib/domain/replies/slash';
import type { DraftsView } from '@/lib/queries/inbox/thread-views';
import type { UseView } from '@/lib/queries/replies/views';
import { insertReplyAction } from '../../composer/actions';
import { basketOf, putBack } from '../../composer/attachments/held';
import type { Uploaded } from '../../composer/attachments/held-rules';
import { useDraftId } from '../../composer/drafts';
import { insertText } from '../../composer/insert-text';
import { whilePuttingIn } from '../../composer/insertions';
import { draftsQuery } from '../../composer/queries';
import { ask } from '../../thread/ask';
import { toast } from '../../ui/toast';
import type { Line } from './lines';
import { swapWords } from './swap';

type Field = RefObject<HTMLTextAreaElement | null>;
type Inserted = Pick<UseView, 'segments'> & { text: string; files: readonly Uploaded[] };
type Here = { client: QueryClient; conversationId: string; draftId: string; field: Field };

const waitsMs = [1_000, 4_000, 15_000];

/** Puts a reply where the cursor stands, over what was typed to find it, and tells the server. */
export function usePutIn(conversationId: string, field: Field) {
  const client = useQueryClient();
  const draftId = useDraftId(conversationId);
  return (line: Line, sought: string | null) => {
    const element = field.current;
    if (!element) return;
    type(element, line.words.text, sought);
    whilePuttingIn(conversationId, tell({ client, conversationId, draftId, field }, line));
  };
}

function type(element: HTMLTextAreaElement, words: string, sought: string | null) {
  const { value, selectionEnd: to } = element;
  const from = sought === null ? element.selectionStart : to - sought.length - 1;
  const around = { before: value.slice(0, from), after: value.slice(to) };
  element.setSelectionRange(from, to);
  insertText(element, spaced(words, around));
}

/** The words stand there already. What the server says of them is the truth, and what it refuses goes out again. */
async function tell(
  here: Here,
  { reply, version, words: { text, segments } }: Line,
): Promise<string | null> {
  const { client, conversationId, draftId } = here;
  const useId = uuid();
  const guess: UseView = {
    id: useId,
    versionId: version.id,
    replyId: reply.id,
    title: reply.title,
    key: reply.key,
    allowance: version.allowance,
    state: 'published',
    endReason: null,
    segments,
    fileIds: [],
    actions: version.actions,
    insertedAt: new Date().toISOString(),
  };
  note(client, conversationId, useId, guess);
  const answer = await told({ useId, conversationId, versionId: version.id });
  if (!answer.ok) {
    swapWords(here, text, '');
    note(client, conversationId, useId, null);
    toast(`“${reply.title}” was taken out again. ${answer.refusal.message}`, { grave: true });
    return text;
  }
  const { files, segments: theirs, text: as } = answer.value;
  if (as !== text) swapWords(here, text, as);
  putBack(basketOf(draftId, 'reply'), files);
  note(client, conversationId, useId, {
    ...guess,
    segments: theirs,
    fileIds: files.map(({ id }) => id),
  });
  return null;
}

/** While nobody answers it is asked again: the id makes that safe. */
async function told(input: object, tries = 0): Promise<ActionResult<Inserted>> {
  const answer: ActionResult<Inserted> = await ask(() => insertReplyAction(input));
  const wait = waitsMs[tries];
  if (answer.ok || answer.refusal.code !== 'unavailable' || wait === undefined) return answer;
  await new Promise((resolve) => setTimeout(resolve, wait));
  return await told(input, tries + 1);
}

/** Which replies stand in the text, as this window knows before the server has told. */
function note(client: QueryClient, conversationId: string, id: string, use: UseView | null) {
  client.setQueryData<DraftsView>(draftsQuery(conversationId).queryKey, (known) => {
    if (!known) return known;
    const others = known.uses.filter((one) => one.id !== id);
    return { ...known, uses: use ? [...others, use] : others };
  });
}
