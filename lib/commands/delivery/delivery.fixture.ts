import { v7 as uuid } from 'uuid';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aConversation, aMember, aWorkspace } from '@/db/testing';
import type { DeliveryPolicy } from '@/lib/domain/delivery/policy';
import { deliveryPolicy } from '@/lib/domain/delivery/policy';
import type { SendOutcome } from '@/lib/domain/delivery/reasons';
import type { DeliveryState } from '@/lib/domain/delivery/states';
import { replyToConversation } from '../conversation/reply';
import type { Attempt } from './begin';
import { depart } from './begin';
import type { DeliveryPlace } from './due';
import { settleAttempt } from './settle-attempt';

/** A workspace with an agent, a channel and one conversation, and the verbs that its tests repeat. */
export type Desk = Awaited<ReturnType<typeof aDesk>>;

type DeliveryRow = {
  state: DeliveryState;
  reason: string | null;
  attempt_no: number;
  attempt_id: string | null;
  external_id: string | null;
  not_before: Date;
  due_at: Date | null;
  absences: number;
  released: boolean;
};

/** Begins the attempt of a message that has nothing to hand over before. */
export async function beginAttempt(
  place: DeliveryPlace,
  policy: DeliveryPolicy,
): Promise<Attempt | undefined> {
  const begun = await depart(place, policy);
  return begun && 'attempt' in begun ? begun.attempt : undefined;
}

export async function aDesk(database: TestDatabase) {
  const workspaceId = await aWorkspace();
  const agent = await aMember(workspaceId, ['agent']);
  const channel = await aChannel(workspaceId);
  const conversation = await aConversation(workspaceId, { channelId: channel.id });
  const policy = deliveryPolicy(0.02);

  async function reply(text = 'Yes, from Friday on.', conversationId = conversation.id) {
    const input = { conversationId, clientKey: uuid(), body: text, seenSeq: 0, override: true };
    return (await replyToConversation(agent, input)).messageId;
  }

  async function begin(messageId: string): Promise<Attempt> {
    const attempt = await beginAttempt({ workspaceId, messageId }, policy);
    if (!attempt) throw new Error('the message did not leave');
    return attempt;
  }

  const settle = (attempt: Attempt, outcome: SendOutcome) =>
    settleAttempt(attempt, { outcome }, policy);

  return {
    workspaceId,
    agent,
    channel,
    conversation,
    policy,
    reply,
    begin,
    settle,
    /** Leaves and comes to this outcome at once. */
    attempt: async (messageId: string, outcome: SendOutcome) =>
      await settle(await begin(messageId), outcome),
    age: (messageId: string, ms: number) => age(database, messageId, ms),
    ...views(database, conversation.id),
  };
}

/** Makes the attempts of a message, and everything that is due about it, this much older. */
async function age({ admin }: TestDatabase, messageId: string, ms: number): Promise<void> {
  const values = [messageId, `${ms} milliseconds`];
  await admin.query(
    `update attempts set started_at = started_at - $2::interval, ended_at = ended_at - $2::interval
     where message_id = $1`,
    values,
  );
  await admin.query(
    `update deliveries set due_at = due_at - $2::interval, lease_until = lease_until - $2::interval,
       absent_at = absent_at - $2::interval, not_before = not_before - $2::interval
     where message_id = $1`,
    values,
  );
}

function views(database: TestDatabase, conversationId: string) {
  async function all<Row extends object>(statement: string, value: string): Promise<Row[]> {
    return (await database.admin.query<Row>(statement, [value])).rows;
  }

  async function one<Row extends object>(statement: string, value: string): Promise<Row> {
    const [row] = await all<Row>(statement, value);
    if (!row) throw new Error('no such row');
    return row;
  }

  return {
    row: (messageId: string) =>
      one<DeliveryRow>(
        `select d.*, m.external_id from deliveries d join messages m on m.id = d.message_id
         where d.message_id = $1`,
        messageId,
      ),
    attempts: (messageId: string) =>
      all<{ id: string; no: number; outcome: string | null; external_id: string | null }>(
        'select id, no, outcome, external_id from attempts where message_id = $1 order by no',
        messageId,
      ),
    events: (messageId: string) =>
      all<{ type: string; data: Record<string, unknown>; actor_member_id: string | null }>(
        `select type, data, actor_member_id from events
         where message_id = $1 and type like 'delivery.%' order by seq`,
        messageId,
      ),
    /** What left from this conversation, as the thread shows it. */
    thread: () =>
      all<{ id: string; external_id: string | null; at: Date; body: string }>(
        `select id, external_id, at, body from messages
         where conversation_id = $1 and kind = 'outbound' order by at, tie, id`,
        conversationId,
      ),
    standing: () =>
      one<{ waiting_since: Date | null; status: string; at: Date; tie: string; preview: string }>(
        `select waiting_since, status, last_message_at as at, last_message_tie as tie, preview
         from conversations where id = $1`,
        conversationId,
      ),
  };
}
