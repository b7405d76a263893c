import { v7 as uuid } from 'uuid';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aConversation, aMember, aWorkspace } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import { deliveryPolicy } from '@/lib/domain/delivery/policy';
import type { SendOutcome } from '@/lib/domain/delivery/reasons';
import type { DeliveryState } from '@/lib/domain/delivery/states';
import { replyToConversation } from '../conversation/reply';
import type { Attempt } from './begin';
import { beginAttempt } from './begin';
import type { Settled } from './settle-attempt';
import { settleAttempt } from './settle-attempt';

/** A workspace with an agent, a channel and one conversation, and the verbs that its tests repeat. */
export type Desk = Awaited<ReturnType<typeof aDesk>>;

export type Row = {
  state: DeliveryState;
  reason: string | null;
  attempt_no: number;
  attempt_id: string | null;
  external_id: string | null;
  not_before: Date;
  due_at: Date | null;
  absences: number;
};

export async function aDesk(database: TestDatabase) {
  const workspaceId = await aWorkspace();
  const agent = await aMember(workspaceId, ['agent']);
  const channel = await aChannel(workspaceId);
  const conversation = await aConversation(workspaceId, { channelId: channel.id });
  const policy = deliveryPolicy(0.02);

  async function reply(text = 'Yes, from Friday on.', to = conversation.id, by: Actor = agent) {
    const input = { conversationId: to, clientKey: uuid(), body: text, seenSeq: 0, override: true };
    return (await replyToConversation(by, input)).messageId;
  }

  async function begin(messageId: string): Promise<Attempt> {
    const attempt = await beginAttempt({ workspaceId, messageId }, policy);
    if (!attempt) throw new Error('the message did not leave');
    return attempt;
  }

  function settle(attempt: Attempt, outcome: SendOutcome): Promise<Settled> {
    return settleAttempt(attempt, { outcome }, policy);
  }

  async function row(messageId: string): Promise<Row> {
    const { rows } = await database.admin.query<Row>(
      `select d.*, m.external_id from deliveries d join messages m on m.id = d.message_id
       where d.message_id = $1`,
      [messageId],
    );
    const [found] = rows;
    if (!found) throw new Error('no such delivery');
    return found;
  }

  return {
    database,
    workspaceId,
    agent,
    channel,
    conversation,
    policy,
    reply,
    begin,
    settle,
    row,
    /** Leaves and comes to this outcome at once. */
    attempt: async (messageId: string, outcome: SendOutcome) =>
      await settle(await begin(messageId), outcome),
    /** Makes the attempt, and everything that is due about it, this much older. */
    age: async (messageId: string, ms: number) => {
      const { admin } = database;
      const ago = `${ms} milliseconds`;
      await admin.query(
        'update attempts set started_at = started_at - $2::interval where message_id = $1',
        [messageId, ago],
      );
      await admin.query(
        `update deliveries set due_at = due_at - $2::interval, lease_until = lease_until - $2::interval,
           absent_at = absent_at - $2::interval, not_before = not_before - $2::interval
         where message_id = $1`,
        [messageId, ago],
      );
    },
    waitingSince: async () => {
      const { rows } = await database.admin.query<{ waiting_since: Date | null; status: string }>(
        'select waiting_since, status from conversations where id = $1',
        [conversation.id],
      );
      return rows[0];
    },
    thread: async () => {
      const { rows } = await database.admin.query<{
        id: string;
        external_id: string | null;
        at: Date;
        body: string;
      }>(
        `select id, external_id, at, body from messages where conversation_id = $1 and kind = 'outbound'
         order by at, tie, id`,
        [conversation.id],
      );
      return rows;
    },
    attempts: async (messageId: string) => {
      const { rows } = await database.admin.query<{
        id: string;
        no: number;
        outcome: string | null;
        external_id: string | null;
      }>('select id, no, outcome, external_id from attempts where message_id = $1 order by no', [
        messageId,
      ]);
      return rows;
    },
    events: async (messageId: string) => {
      const { rows } = await database.admin.query<{ type: string; data: Record<string, unknown> }>(
        `select type, data from events where message_id = $1 and type like 'delivery.%' order by seq`,
        [messageId],
      );
      return rows;
    },
  };
}
