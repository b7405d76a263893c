import 'server-only';
import type { Tx } from '@/db/client';
import type { EventDraft } from '@/lib/domain/conversation/events';
import { isReturn } from '@/lib/domain/conversation/events';
import type { Target } from '@/lib/domain/sla/evaluate';
import { evaluate } from '@/lib/domain/sla/evaluate';
import type { CalendarVersion, PolicyVersion } from '@/lib/domain/sla/policy';
import { choosePolicy } from '@/lib/domain/sla/policy';
import type { SpineEvent } from '@/lib/domain/sla/spine';
import { historyOf, movesClocks, newSince } from '@/lib/domain/sla/spine';
import type { Clocked, CurrentPolicy, Loaded } from './load';
import { loadClocked } from './load';
import { knowVersions } from './versions';
import type { Evaluated } from './write';
import { writeTargets } from './write';

/** What is being recorded in a workspace. */
type Happened = {
  workspaceId: string;
  events: readonly EventDraft[];
  /** What is current now holds for these conversations, whatever held before. Without `since` from now on. */
  carry?: { ids: readonly string[]; since?: Date };
};

/**
 * Brings the targets of every conversation that something happened to up to date, in the transaction in
 * which it happens. Answers with what is to be recorded beside: that another policy holds.
 */
export async function keepPromises(tx: Tx, happened: Happened): Promise<EventDraft[]> {
  const { workspaceId, events, carry } = happened;
  const concerned = events.flatMap((event) =>
    event.conversationId !== undefined && movesClocks(event) ? [event.conversationId] : [],
  );
  const ids = [...new Set([...concerned, ...(carry?.ids ?? [])])];
  if (ids.length === 0) return [];
  const loaded = await loadClocked(tx, workspaceId, ids, events);
  if (!loaded?.policies) return [];
  const changes = loaded.conversations.flatMap((conversation) => {
    const changed = policyFor(conversation, loaded, happened);
    return changed ? [{ conversation, changed }] : [];
  });
  for (const { conversation, changed } of changes)
    conversation.spine.push(asSpine(changed, loaded.now));
  const evaluated = await evaluateAll(tx, workspaceId, loaded);
  await writeTargets(
    tx,
    workspaceId,
    evaluated.map((one) => ({ ...one, since: sinceOf(one, carry) })),
  );
  return changes.map(({ changed }) => changed);
}

/** That another policy holds from now on, if one does: at a beginning, and where what it is chosen by changed. */
function policyFor(
  conversation: Clocked,
  { policies, now }: Loaded,
  { events, carry }: Happened,
): EventDraft | undefined {
  const here = events.filter(({ conversationId }) => conversationId === conversation.id);
  const begins = here.some((event) => event.type === 'conversation.started' || isReturn(event));
  const held = conversation.spine.findLast(({ type }) => type === 'sla.policy')?.data;
  const carried = carry?.ids.includes(conversation.id) ?? false;
  if (!(held || begins || carried)) return undefined;
  const chosen = choosePolicy(policies, conversation);
  if (!chosen) return undefined;
  const same = held?.['policyId'] === chosen.policyId;
  if (same && !begins && !carried) return undefined;
  if (same && isCurrent(held, chosen)) return undefined;
  const { policyId, policyVersionId, calendarVersionId } = chosen;
  const at = new Date(begins ? beginningOf(conversation, now) : now).toISOString();
  return {
    type: 'sla.policy',
    conversationId: conversation.id,
    data: { policyId, policyVersionId, calendarVersionId, at },
  };
}

function isCurrent(held: SpineEvent['data'], chosen: CurrentPolicy): boolean {
  const { policyVersionId, calendarVersionId } = chosen;
  return (
    held['policyVersionId'] === policyVersionId && held['calendarVersionId'] === calendarVersionId
  );
}

/** When what begins now began: with the complaint that it came of, or with the message. */
function beginningOf({ spine, handoff }: Clocked, now: number): number {
  const at = spine.findLast(({ type }) => type === 'message.received')?.message?.at;
  if (at === undefined) return now;
  return handoff?.arrivedAt === at ? handoff.startedAt : at;
}

function asSpine({ type, data }: EventDraft, at: number): SpineEvent {
  return { type, at, data: data ?? {}, isNew: true, message: null };
}

/** What ended before anything of which this tells is as it was. */
function sinceOf({ conversation, now }: Omit<Evaluated, 'since'>, carry: Happened['carry']): Date {
  const since = newSince(conversation.spine, now);
  return carry?.since && carry.since < since ? carry.since : since;
}

async function evaluateAll(
  tx: Tx,
  workspaceId: string,
  loaded: Loaded,
): Promise<Omit<Evaluated, 'since'>[]> {
  const { conversations, now } = loaded;
  const held = conversations.flatMap(({ spine }) =>
    spine.filter(({ type }) => type === 'sla.policy'),
  );
  const idsOf = (key: string) => [...new Set(held.map(({ data }) => String(data[key])))];
  const versions = await knowVersions(tx, workspaceId, {
    policies: idsOf('policyVersionId'),
    calendars: idsOf('calendarVersionId'),
  });
  return conversations.flatMap((conversation) => {
    const first = conversation.spine.find(({ type }) => type === 'sla.policy');
    const calendar = versions.calendars.get(String(first?.data['calendarVersionId']));
    if (!calendar) return [];
    const targets = targetsOf(conversation, { versions, calendar, now: new Date(now) });
    return [{ conversation, policies: versions.policies, ...targets }];
  });
}

/** Before the first policy nothing was promised. */
const nothing: PolicyVersion = {
  id: 'nothing',
  promises: {},
  automaticCounts: false,
  publicCounts: true,
};

function targetsOf(
  conversation: Clocked,
  { versions, calendar, now }: Known,
): { targets: readonly Target[]; now: Date } {
  const { spine, kind, blockedAt, handoff } = conversation;
  const aside = { isPublic: kind === 'public', blockedAt, handoff };
  const history = historyOf(spine, aside, versions);
  // A network whose clock is ahead of ours says what was written a moment from now.
  const latest = history.reduce((last, { at }) => (at > last ? at : last), now);
  return { targets: evaluate(history, nothing, calendar, latest), now: latest };
}

type Known = {
  versions: Parameters<typeof historyOf>[2];
  calendar: CalendarVersion;
  now: Date;
};
