'use client';

import type { QueryClient } from '@tanstack/react-query';
import { notifyManager, useQueryClient } from '@tanstack/react-query';
import { can } from '@/lib/domain/access/can';
import type { TriageChange, Triaged } from '@/lib/domain/conversation/triage';
import { isAsleep, triage } from '@/lib/domain/conversation/triage';
import type { ConversationRow, MeView } from '@/lib/queries/inbox/views';
import { draftIdOf, giveBackText } from '../composer/drafts';
import { mayLead } from '../inbox/leading';
import { placeHere } from '../inbox/location';
import { membersQuery, teamsQuery } from '../inbox/queries';
import { useMe } from '../shell/me';
import type { Undo } from '../shell/undo';
import { forgetUndo, isKept, pushUndo } from '../shell/undo';
import { useClock } from '../ui/clock';
import { shortMoment } from '../ui/days';
import { toast } from '../ui/toast';
import { changeConversationsAction, undoChangesAction } from './actions';
import { ask } from './ask';
import type { Known } from './known';
import { knownOf } from './known';
import { leavesWaiting, sayNoAnswerNeeded } from './no-answer';
import { afterOwnSteps, asRestored, stepUnderway, wentBack } from './own-steps';
import { patchConversation } from './patch';
import type { Changed, TriageItem, TriageOutcome } from './portions';
import { idsOf, inPortions, keepVersions, refresh, refusedWhole } from './portions';
import { doneWords, leftWords, runsOnWords } from './triage-words';

/** A decision as a screen makes it; a handover may say something with it. */
export type WantedChange = TriageChange & { note?: string };

type Context = { client: QueryClient; me: MeView; zone: string };

/**
 * Decisions about one or many conversations: shown at once by the very rule that the server asks, told
 * with a way back, and taken back where the server refuses.
 */
export function useTriage() {
  const client = useQueryClient();
  const me = useMe();
  const { zone } = useClock();
  return {
    change: (
      items: readonly TriageItem[],
      change: WantedChange,
      { onUndone }: { onUndone?: () => void } = {},
    ) => decide({ client, me, zone }, items, change, onUndone),
  };
}

async function decide(
  context: Context,
  items: readonly TriageItem[],
  change: WantedChange,
  onUndone?: () => void,
): Promise<TriageOutcome> {
  const { client } = context;
  const known = new Map(
    items.map(({ conversationId }) => [conversationId, knownOf(client, conversationId)]),
  );
  notifyManager.batch(() => {
    for (const [id, one] of known) foresee(context, id, one, change);
  });
  const asked = items.map((item) => ({
    ...item,
    ...seenBy(known.get(item.conversationId), change),
  }));
  const answer = afterOwnSteps(asked).then((rebased) =>
    inPortions(rebased, async (portion) => {
      const result = await ask(() => changeConversationsAction({ items: portion, change }));
      return result.ok ? result.value : refusedWhole(portion, result.refusal);
    }),
  );
  stepUnderway(idsOf(items), answer);
  // `z` may come before the answer does.
  const back = async () => {
    const mayReturn = mayLead();
    return await takeBack(context, (await answer).changed, () => {
      if (mayReturn()) onUndone?.();
    });
  };
  pushUndo({ label: wordsOf(context, change, items, known), run: back });
  const outcome = await answer;
  for (const { conversationId } of outcome.refused) {
    const before = known.get(conversationId)?.row;
    if (before) patchConversation(client, context.me.memberId, conversationId, placeOf(before));
  }
  keepVersions(client, context.me.memberId, outcome);
  const noteIn = keepNote(context, { change, outcome, items });
  tell(context, { change, outcome, known, back, noteIn });
  refresh(client, items);
  return outcome;
}

/** Draws what the decision will come to, unless the rule says that it comes to nothing. */
function foresee({ client, me }: Context, id: string, known: Known | null, change: TriageChange) {
  if (!known) return;
  const answer = triage(placeOf(known.row), change, { actor: me, now: Date.now() });
  if (!answer.ok) return;
  const { labelIds, ...after } = answer.after;
  patchConversation(client, me.memberId, id, { ...after, labelIds: [...labelIds] });
}

/** What was before the eyes: what came later stops what would overrule it. */
function seenBy(known: Known | null | undefined, { kind, ...change }: TriageChange) {
  if (!known || kind === 'priority' || kind === 'label' || kind === 'team') return {};
  const { version, lastMessageAt } = known.row;
  const hides = kind === 'snooze' || ('status' in change && isAsleep(change.status));
  const seen = known.seq === null ? { seenAt: lastMessageAt } : { seenSeq: known.seq };
  return { version, ...(hides ? seen : {}) };
}

function placeOf(row: ConversationRow): Triaged & { labelIds: string[] } {
  const { status, snoozedUntil, priority, labelIds, teamId, ownerId } = row;
  return { status, snoozedUntil, priority, labelIds, teamId, ownerId };
}

type Unsaid = { change: WantedChange; outcome: TriageOutcome; items: readonly TriageItem[] };

/** A handover's note that stands nowhere waits as a draft, once: in the first conversation that was not handed over. */
function keepNote({ me }: Context, { change, outcome, items }: Unsaid): string | null {
  const handed = new Set(outcome.changed.map(({ conversationId }) => conversationId));
  const left = items.find(({ conversationId }) => !handed.has(conversationId));
  if (!change.note || !left) return null;
  giveBackText(draftIdOf(me.memberId, left.conversationId), 'note', change.note);
  return left.conversationId;
}

type Told = {
  change: TriageChange;
  outcome: TriageOutcome;
  known: ReadonlyMap<string, Known | null>;
  back: Undo['run'];
  noteIn: string | null;
};

function tell(context: Context, { change, outcome, known, back, noteIn }: Told) {
  const { changed, refused } = outcome;
  const [first] = refused;
  const nameOf = (id: string) => known.get(id)?.row.contactName ?? 'a customer';
  const done = changed.length === 0 ? '' : wordsOf(context, change, changed, known);
  const isElsewhere = first && first.conversationId !== placeHere().conversationId;
  const failed = leftWords({
    asked: known.size,
    refused: refused.length,
    why: first?.message,
    who: isElsewhere ? nameOf(first.conversationId) : null,
    noteWith: noteIn === null ? null : nameOf(noteIn),
  });
  if (changed.length === 0) forgetUndo(back);
  if (!isKept(back)) {
    if (failed) toast(failed, { grave: true });
    return;
  }
  const left = changed.filter(({ conversationId: id }) =>
    leavesWaiting(change, known.get(id)?.row),
  );
  toast([done, runsOnWords(changed.length, left.length), failed].filter(Boolean).join(' '), {
    undo: back,
    also: noAnswer(context, changed.length === 1 ? left : []),
  });
}

/** Only of one that is before the eyes can somebody say so without looking. */
function noAnswer({ client, me }: Context, [one]: readonly Changed[]) {
  if (!one || !can(me, 'conversation.close')) return undefined;
  const run = () => void sayNoAnswerNeeded(client, one.conversationId);
  return { label: 'No answer was needed', of: 'noAnswer', run } as const;
}

function wordsOf(
  { client, zone }: Context,
  change: TriageChange,
  changed: readonly TriageItem[],
  known: ReadonlyMap<string, Known | null>,
): string {
  const [one] = changed;
  const name = changed.length === 1 && one && known.get(one.conversationId)?.row.contactName;
  const named = (all: { id: string; name: string }[] | undefined, id: string) =>
    all?.find((each) => each.id === id)?.name ?? 'a colleague';
  return doneWords(change, {
    what: name || (changed.length === 1 ? 'it' : `${changed.length} conversations`),
    member: (id) => named(client.getQueryData(membersQuery.queryKey), id),
    team: (id) => named(client.getQueryData(teamsQuery.queryKey), id),
    time: (at) => shortMoment(at, zone),
  });
}

/** Answers whether all of it came back; what did not is told. */
async function takeBack(
  { client, me }: Context,
  changed: readonly Changed[],
  onUndone: () => void,
): Promise<boolean> {
  if (changed.length === 0) return false;
  for (const { conversationId, before } of changed) {
    const { labelIds, ...fields } = before;
    patchConversation(client, me.memberId, conversationId, {
      ...fields,
      ...(labelIds ? { labelIds: [...labelIds] } : {}),
    });
  }
  const answer = inPortions(asRestored(changed), async (portion) => {
    const result = await ask(() => undoChangesAction({ items: portion }));
    return result.ok ? result.value : refusedWhole(portion, result.refusal);
  });
  stepUnderway(idsOf(changed), answer);
  const outcome = await answer;
  keepVersions(client, me.memberId, outcome);
  wentBack(changed, outcome);
  const { refused } = outcome;
  const [first] = refused;
  if (first) toast(first.message, { grave: true });
  if (refused.length < changed.length) onUndone();
  refresh(client, changed);
  return refused.length === 0;
}
