import 'server-only';
import type { Tx } from '@/db/client';
import { prepared } from '@/db/client';
import type { EventType } from '@/lib/domain/conversation/events';
import { factData, iso } from './columns';
import type { ThreadFact } from './thread-views';

/** What is told between the messages of a conversation. */
const shownFacts = [
  'conversation.started',
  'conversation.claimed',
  'conversation.assigned',
  'conversation.unassigned',
  'conversation.closed',
  'conversation.reopened',
  'conversation.status',
  'conversation.snoozed',
  'conversation.woke',
  'conversation.prioritised',
  'conversation.labelled',
  'conversation.teamed',
  'consent.changed',
  'block.settled',
  'conversation.origin',
  'conversation.handed_off',
  'sla.breached',
  'sla.escalated',
] as const satisfies EventType[];

const MOST_EVENTS = 500;

const columns = `e.seq, e.type, e.actor_member_id as "actorId", e.member_id as "memberId",
  ${factData} as data,
  ${iso('e.at')} as at`;

/** The facts of a conversation since an instant. */
export async function factsSince(
  tx: Tx,
  workspaceId: string,
  { conversationId, since }: { conversationId: string; since: string },
): Promise<ThreadFact[]> {
  const facts = await prepared<Row>(tx, {
    name: 'thread_facts',
    // Bounded before it is filtered: a long conversation has thousands of events and few facts.
    text: `
      select ${columns}
      from (
        select * from events where workspace_id = $1 and conversation_id = $2
        order by seq desc limit ${MOST_EVENTS}
      ) e
      where e.type = any($4) and e.at >= $3::timestamptz order by seq`,
    values: [workspaceId, conversationId, since, shownFacts],
  });
  return facts.map(toFact);
}

/** The facts between two instants: what belongs to an older page of messages. */
export async function factsBetween(
  tx: Tx,
  workspaceId: string,
  { conversationId, since, until }: { conversationId: string; since: string; until: string },
): Promise<ThreadFact[]> {
  const facts = await prepared<Row>(tx, {
    name: 'thread_facts_between',
    text: `
      select ${columns} from events e
      where e.workspace_id = $1 and e.conversation_id = $2 and e.type = any($5)
        and e.at >= $3::timestamptz and e.at < $4::timestamptz
      order by e.seq limit ${MOST_EVENTS}`,
    values: [workspaceId, conversationId, since, until, shownFacts],
  });
  return facts.map(toFact);
}

type Row = ThreadFact & { seq: string };

function toFact(row: Row): ThreadFact {
  return { ...row, seq: Number(row.seq) };
}
