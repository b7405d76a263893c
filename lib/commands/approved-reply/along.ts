import 'server-only';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { labels } from '@/db/schema/labels';
import { teams } from '@/db/schema/teams';
import type { AfterReply } from '@/lib/domain/conversation/answering';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { TriageChange } from '@/lib/domain/conversation/triage';
import type { ReplyActions } from '@/lib/domain/replies/reply';
import type { CommandContext } from '../command';
import { decideAbout } from '../conversation/change';
import type { Words } from './approved-words';

/** What the approved replies of one message do along with it, taken together; the last one has the last word. */
export function actionsOf({ uses, judgement: { kept } }: Words): ReplyActions {
  const wanted = uses.filter(({ id }) => kept.includes(id)).map(({ actions }) => actions);
  const all: ReplyActions = Object.assign({}, ...wanted);
  const labelIds = [...new Set(wanted.flatMap(({ labelIds: each = [] }) => each))];
  return { ...all, labelIds };
}

/** Where the conversation goes by them, if its writer says nothing; a snooze comes after the reply. */
export function wishOf({ status }: ReplyActions): AfterReply | undefined {
  return status === 'snoozed' ? undefined : status;
}

type Along = {
  conversationId: string;
  messageId: string;
  /** The `seq` of the thread that the writer had on screen. */
  seenSeq: number;
  /** Where its writer wants the conversation, if they said so. */
  wish: AfterReply | undefined;
};

/**
 * Labels, gives to a team and snoozes as the replies say, in the transaction of the message. What is archived by now is
 * passed over: a message never fails for it. Nor is put to sleep what the customer wrote unseen, or what its writer wants
 * elsewhere. Answers the facts, each with the message that it came with.
 */
export async function doAlong(
  context: CommandContext,
  { conversationId, messageId, seenSeq, wish }: Along,
  actions: ReplyActions,
): Promise<EventDraft[]> {
  const events: EventDraft[] = [];
  for (const change of await changesOf(context, actions)) {
    if (change.kind === 'snooze' && wish !== undefined) continue;
    // Labels and the team do not put it out of sight.
    const items = [{ conversationId, ...(change.kind === 'snooze' && { seenSeq }) }];
    // biome-ignore lint/performance/noAwaitInLoops: one connection runs one statement at a time
    events.push(...(await decideAbout(context, { items, change })).events);
  }
  return events.map((event) => ({ ...event, data: { ...event.data, with: messageId } }));
}

async function changesOf(
  context: CommandContext,
  { labelIds = [], teamId, status, snoozeHours }: ReplyActions,
): Promise<TriageChange[]> {
  const { tx, workspaceId } = context;
  const add =
    labelIds.length === 0
      ? []
      : await tx
          .select({ id: labels.id })
          .from(labels)
          .where(
            and(
              eq(labels.workspaceId, workspaceId),
              inArray(labels.id, [...labelIds]),
              isNull(labels.archivedAt),
            ),
          );
  const [team] =
    teamId === undefined
      ? []
      : await tx
          .select({ id: teams.id })
          .from(teams)
          .where(
            and(eq(teams.workspaceId, workspaceId), eq(teams.id, teamId), isNull(teams.archivedAt)),
          );
  const until = status === 'snoozed' ? await hoursFromNow(context, snoozeHours ?? 24) : null;
  return [
    ...(add.length > 0
      ? [{ kind: 'label' as const, add: add.map(({ id }) => id), remove: [] }]
      : []),
    ...(team ? [{ kind: 'team' as const, teamId: team.id }] : []),
    ...(until ? [{ kind: 'snooze' as const, until }] : []),
  ];
}

async function hoursFromNow({ tx }: CommandContext, hours: number): Promise<string> {
  const { rows } = await tx.execute<{ at: string }>(
    sql`select to_char((clock_timestamp() + ${hours} * interval '1 hour') at time zone 'utc',
      'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`,
  );
  return rows[0]?.at ?? '';
}
