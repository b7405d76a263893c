'use client';

import type { QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import type { BoardCard, BoardMember, BoardView } from '@/lib/queries/board/views';
import type { ConversationPage } from '@/lib/queries/inbox/views';
import { announce } from '../live/announcer';
import { readJson } from '../shell/read-json';
import { forgetUndo, isKept, pushUndo } from '../shell/undo';
import { changeConversationsAction, undoChangesAction } from '../thread/actions';
import { ask } from '../thread/ask';
import { afterOwnSteps, stepUnderway } from '../thread/own-steps';
import { toast } from '../ui/toast';
import { glideBetween, placeOfCard, placeOfHolder } from './glide';
import { movedIn, movedOn } from './moved';
import { boardQuery, memberWorkQuery } from './queries';
import { beginMove } from './under-way';
import { overWords } from './words';

type Giving = { client: QueryClient; teamId: string | null };

/** Gives a card to somebody, or back to nobody: drawn at once, told with a way back, and true in the end. */
export function useGive(teamId: string | null) {
  const client = useQueryClient();
  return (card: BoardCard, to: string | null) => give({ client, teamId }, card, to);
}

async function give(giving: Giving, card: BoardCard, to: string | null): Promise<void> {
  if (card.ownerId === to) return;
  const taker = memberOf(giving, to);
  const from = placeOfCard(card.id);
  const endMove = beginMove(card, to);
  await draw(giving, card, to);
  if (!placeOfCard(card.id)) glideBetween(card.contactName, from, placeOfHolder(to));
  const seen = [{ conversationId: card.id, version: card.version }];
  const answer = afterOwnSteps(seen).then((items) =>
    ask(() => changeConversationsAction({ items, change: { kind: 'assign', memberId: to } })),
  );
  // Until the board is read anew, whoever goes on with the card decides on top of this.
  const led = answer.then(async (result) => {
    await truth(giving);
    return { changed: result.ok ? result.value.changed : [] };
  });
  stepUnderway([card.id], led);
  const done = doneWords(card, taker);
  // `z` may come before the answer does.
  const back = async () => {
    const result = await answer;
    return result.ok && (await takeBack(giving, card, { to, changed: result.value.changed }));
  };
  pushUndo({ label: done, run: back });
  announce(done);
  const result = await answer;
  endMove();
  const why = result.ok ? result.value.refused[0]?.message : result.refusal.message;
  if (why !== undefined) {
    forgetUndo(back);
    toast(`${card.contactName}: ${why}`, { grave: true });
    await glideHome(giving, card, to);
  } else if (isKept(back)) {
    const after = taker && overWords(taker.name, loadAfter(giving, taker), taker.capacity);
    toast([done, after].filter(Boolean).join(' '), { undo: back });
  }
  await led;
}

/** Somebody else was sooner: the card goes to where it is now. */
async function glideHome({ client, teamId }: Giving, card: BoardCard, to: string | null) {
  const search = new URLSearchParams({ view: 'all', ids: card.id });
  const found = await readJson<ConversationPage>(`/api/conversations?${search}`).catch(() => null);
  const owner = found?.rows[0] ? found.rows[0].ownerId : card.ownerId;
  const from = placeOfCard(card.id) ?? placeOfHolder(to);
  await truth({ client, teamId });
  if (!placeOfCard(card.id)) glideBetween(card.contactName, from, placeOfHolder(owner));
}

type Given = { to: string | null; changed: Parameters<typeof undoItems>[0] };

async function takeBack(giving: Giving, card: BoardCard, { to, changed }: Given): Promise<boolean> {
  await draw(giving, { ...card, ownerId: to }, card.ownerId);
  const result = await undoItems(changed);
  if (result === null) announce(`${card.contactName} is back.`);
  else toast(result, { grave: true });
  await truth(giving);
  return result === null;
}

type Changed = { conversationId: string; version: number; before: object };

/** Takes changes back; answers with why some of it did not come back, or null. */
export async function undoItems(changed: readonly Changed[]): Promise<string | null> {
  const result = await ask(() => undoChangesAction({ items: changed }));
  if (!result.ok) return result.refusal.message;
  return result.value.refused[0]?.message ?? null;
}

/** As it will be. What is being read right now would bring back what was. */
async function draw({ client, teamId }: Giving, card: BoardCard, to: string | null) {
  await client.cancelQueries({ queryKey: ['board'] });
  client.setQueryData(
    boardQuery(teamId).queryKey,
    (view: BoardView | undefined) => view && movedOn(view, card, to),
  );
  for (const holder of new Set([card.ownerId, to])) {
    if (holder === null) continue;
    client.setQueryData(
      memberWorkQuery(holder).queryKey,
      (cards: BoardCard[] | undefined) => cards && movedIn(cards, card, { to, holder }),
    );
  }
}

function truth({ client }: Giving): Promise<void> {
  return client.invalidateQueries({ queryKey: ['board'] });
}

function memberOf({ client, teamId }: Giving, id: string | null): BoardMember | undefined {
  const view = client.getQueryData(boardQuery(teamId).queryKey);
  return view?.members.find((member) => member.id === id);
}

function loadAfter(giving: Giving, taker: BoardMember): number {
  return memberOf(giving, taker.id)?.load ?? taker.load;
}

function doneWords({ contactName }: BoardCard, taker: BoardMember | undefined): string {
  return taker ? `Gave ${contactName} to ${taker.name}.` : `Left ${contactName} to nobody.`;
}
