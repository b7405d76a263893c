import 'server-only';
import type { Tx } from '@/db/client';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import type { EventType } from '@/lib/domain/conversation/events';
import { Refusal } from '@/lib/domain/refusal';
import { requirePermission } from '../permission';
import { contactName, iso } from './columns';
import { messagePage } from './message-page';
import type { ConversationDetail, OlderMessages, ThreadFact, ThreadView } from './views';

/** A conversation as it is at one moment. Refuses as `not_found`, also for what is another workspace's. */
export async function threadView(actor: Actor, conversationId: string): Promise<ThreadView> {
  requirePermission(actor, 'conversation.read');
  return await inSnapshot(actor, conversationId, async (tx) => {
    const { seq, ...conversation } = await headerFor(tx, actor.workspaceId, conversationId);
    const page = await messagePage(tx, actor.workspaceId, { conversationId, before: null });
    const since = page.olderCursor === null ? '-infinity' : (page.messages[0]?.at ?? '-infinity');
    const facts = await factsSince(tx, actor.workspaceId, { conversationId, since });
    return { conversation, ...page, facts, seq };
  });
}

/** The messages before a page's `olderCursor`. */
export async function olderMessages(
  actor: Actor,
  conversationId: string,
  before: string,
): Promise<OlderMessages> {
  requirePermission(actor, 'conversation.read');
  return await inSnapshot(actor, conversationId, async (tx) => {
    await headerFor(tx, actor.workspaceId, conversationId);
    return await messagePage(tx, actor.workspaceId, { conversationId, before });
  });
}

async function inSnapshot<T>(
  { workspaceId }: Actor,
  conversationId: string,
  run: (tx: Tx) => Promise<T>,
): Promise<T> {
  if (!UUID.test(conversationId)) throw notFound();
  return await withWorkspace(workspaceId, run, 'read');
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function notFound(): Refusal {
  return new Refusal('not_found', 'There is no such conversation here.');
}

async function headerFor(
  tx: Tx,
  workspaceId: string,
  conversationId: string,
): Promise<ConversationDetail & { seq: number }> {
  const [header] = await prepared<ConversationDetail & { seq: string }>(tx, {
    name: 'thread_header',
    text: `
      select c.id, ${contactName} as "contactName", i.handle, i.network,
        c.channel_id as "channelId", c.status, c.owner_id as "ownerId", c.version, c.preview,
        ${iso('c.last_message_at')} as "lastMessageAt", c.last_message_kind as "lastMessageKind",
        ${iso('c.waiting_since')} as "waitingSince", c.episode,
        ${iso('c.created_at')} as "createdAt", ${iso('c.resolved_at')} as "resolvedAt",
        c.resolved_by as "resolvedBy",
        json_build_object('id', h.id, 'handle', h.handle, 'name', h.name, 'network', h.network,
          'status', h.status) as channel,
        json_build_object('id', i.contact_id, 'name', ${contactName}, 'handle', i.handle,
          'verified', i.verified, 'followerCount', i.follower_count) as contact,
        coalesce((select seq from event_counters where workspace_id = $1), 0) as seq
      from conversations c
      join channels h on h.workspace_id = c.workspace_id and h.id = c.channel_id
      join identities i on i.workspace_id = c.workspace_id and i.id = c.identity_id
      where c.workspace_id = $1 and c.id = $2`,
    values: [workspaceId, conversationId],
  });
  if (!header) throw notFound();
  return { ...header, seq: Number(header.seq) };
}

const shownFacts = [
  'conversation.started',
  'conversation.claimed',
  'conversation.assigned',
  'conversation.unassigned',
  'conversation.closed',
  'conversation.reopened',
] as const satisfies EventType[];

const MOST_EVENTS = 500;

async function factsSince(
  tx: Tx,
  workspaceId: string,
  { conversationId, since }: { conversationId: string; since: string },
): Promise<ThreadFact[]> {
  const facts = await prepared<ThreadFact & { seq: string }>(tx, {
    name: 'thread_facts',
    // Bounded before it is filtered: a long conversation has thousands of events and few facts.
    text: `
      select seq, type, actor_member_id as "actorId", member_id as "memberId", ${iso('e.at')} as at
      from (
        select * from events where workspace_id = $1 and conversation_id = $2
        order by seq desc limit ${MOST_EVENTS}
      ) e
      where e.type = any($4) and e.at >= $3::timestamptz order by seq`,
    values: [workspaceId, conversationId, since, shownFacts],
  });
  return facts.map((fact) => ({ ...fact, seq: Number(fact.seq) }));
}
