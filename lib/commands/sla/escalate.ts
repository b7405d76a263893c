import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { conversations } from '@/db/schema/conversations';
import { teams } from '@/db/schema/teams';
import { priorities } from '@/lib/domain/conversation/conversation';
import type { EventDraft } from '@/lib/domain/conversation/events';
import { MOST_LABELS } from '@/lib/domain/conversation/triage';
import type { Effect, Step } from '@/lib/domain/sla/policy';
import type { CommandContext } from '../command';

type Conversation = Pick<
  typeof conversations.$inferSelect,
  'id' | 'priority' | 'ownerId' | 'teamId' | 'labelIds'
>;

/** Does what a step of a policy says. What would change nothing is left out. */
export async function escalate(
  context: CommandContext<null>,
  conversation: Conversation,
  { id: step, effects }: Step,
): Promise<EventDraft[]> {
  const events: EventDraft[] = [];
  for (const effect of effects) {
    // biome-ignore lint/performance/noAwaitInLoops: each builds on what the one before left
    const done = await doEffect(context, conversation, effect);
    const { id: conversationId } = conversation;
    events.push(...done.map((fact) => ({ ...fact, conversationId, data: { step, ...fact.data } })));
  }
  return events;
}

async function doEffect(
  context: CommandContext<null>,
  conversation: Conversation,
  effect: Effect,
): Promise<EventDraft[]> {
  switch (effect.kind) {
    case 'notify':
      return [{ type: 'sla.escalated', data: { effect: 'notify', who: effect.who } }];
    case 'notify_member':
      return [{ type: 'sla.escalated', memberId: effect.memberId, data: { effect: 'notify' } }];
    case 'raise':
      return await raise(context, conversation);
    case 'unassign':
      return await unassign(context, conversation);
    case 'team':
      return await give(context, conversation, effect.teamId);
    case 'label':
      return await label(context, conversation, effect.labelId);
  }
}

async function raise(context: CommandContext<null>, conversation: Conversation) {
  const [from, to] = [priorities[conversation.priority], priorities[conversation.priority + 1]];
  if (from === undefined || to === undefined) return [];
  conversation.priority += 1;
  await change(context, conversation, { priority: conversation.priority });
  return [
    { type: 'conversation.prioritised', data: { from, to } },
    { type: 'sla.escalated', data: { effect: 'raise', from, to } },
  ] satisfies EventDraft[];
}

async function unassign(context: CommandContext<null>, conversation: Conversation) {
  const { ownerId } = conversation;
  if (ownerId === null) return [];
  conversation.ownerId = null;
  await change(context, conversation, { ownerId: null });
  return [
    { type: 'conversation.unassigned', memberId: ownerId },
    { type: 'sla.escalated', memberId: ownerId, data: { effect: 'unassign' } },
  ] satisfies EventDraft[];
}

/** A team that is out of use by now gets nothing. */
async function give(context: CommandContext<null>, conversation: Conversation, to: string) {
  const { teamId: from } = conversation;
  if (from === to || !(await isInUse(context, to))) return [];
  conversation.teamId = to;
  await change(context, conversation, { teamId: to });
  return [
    { type: 'conversation.teamed', data: { from, to } },
    { type: 'sla.escalated', data: { effect: 'team', teamId: to } },
  ] satisfies EventDraft[];
}

async function isInUse({ tx, workspaceId }: CommandContext<null>, teamId: string) {
  const found = await tx
    .select({ id: teams.id })
    .from(teams)
    .where(and(eq(teams.workspaceId, workspaceId), eq(teams.id, teamId), isNull(teams.archivedAt)));
  return found.length > 0;
}

async function label(context: CommandContext<null>, conversation: Conversation, labelId: string) {
  const { labelIds } = conversation;
  if (labelIds.includes(labelId) || labelIds.length >= MOST_LABELS) return [];
  conversation.labelIds = [...labelIds, labelId];
  await change(context, conversation, { labelIds: conversation.labelIds });
  return [
    { type: 'conversation.labelled', data: { labelId, on: true } },
    { type: 'sla.escalated', data: { effect: 'label', labelId } },
  ] satisfies EventDraft[];
}

async function change(
  { tx, workspaceId }: CommandContext<null>,
  { id }: Conversation,
  values: Partial<Conversation>,
): Promise<void> {
  await tx
    .update(conversations)
    .set({ ...values, version: sql`${conversations.version} + 1` })
    .where(and(eq(conversations.workspaceId, workspaceId), eq(conversations.id, id)));
}
