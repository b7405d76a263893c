import 'server-only';
import type { Tx } from '@/db/client';
import { prepared } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { decide, factsAbout } from '@/lib/domain/permissions/decide';
import type { BlockStanding } from '@/lib/domain/permissions/message-block';
import { stateOf } from '@/lib/domain/permissions/message-block';
import { decideInPublic } from '@/lib/domain/permissions/public';
import { replyInput } from '@/lib/domain/permissions/reply-input';
import type { KeptReason } from '@/lib/domain/triage/judge';
import { env } from '@/lib/env';
import { permissionFactsOf } from '@/lib/permission-facts';
import { publicFactsOf } from '@/lib/public-facts';
import { requirePermission } from '../permission';
import { contactName, iso, rowColumns } from './columns';
import { inConversation, inSnapshot, notFound } from './in-conversation';
import { intoPrivate } from './into-private';
import { messagePage, pageBefore } from './message-page';
import { factsBetween, factsSince } from './thread-facts';
import type {
  BlockView,
  ConversationDetail,
  OlderMessages,
  ThreadView,
  TriageView,
} from './thread-views';

/**
 * A conversation as it is at one moment. `from`, the `olderCursor` of what is known, asks for everything
 * since there: what has been loaded stays whole while messages come in.
 */
export async function threadView(
  actor: Actor,
  conversationId: string,
  from: string | null = null,
): Promise<ThreadView> {
  requirePermission(actor, 'conversation.read');
  return await inSnapshot(actor, conversationId, async (tx) => {
    const { seq, ...header } = await headerFor(tx, actor, conversationId);
    const conversation = {
      ...header,
      ...(await permissionFor(tx, actor.workspaceId, conversationId)),
    };
    const page = await messagePage(tx, actor.workspaceId, { conversationId, from });
    const since = page.olderCursor === null ? '-infinity' : (page.messages[0]?.at ?? '-infinity');
    const facts = await factsSince(tx, actor.workspaceId, { conversationId, since });
    return { conversation, ...page, facts, seq };
  });
}

/** The messages before a page's `olderCursor`, and what happened between them. */
export async function olderMessages(
  actor: Actor,
  conversationId: string,
  before: string,
): Promise<OlderMessages> {
  requirePermission(actor, 'conversation.read');
  return await inConversation(actor, conversationId, async (tx) => {
    const { until, ...page } = await pageBefore(tx, actor.workspaceId, { conversationId, before });
    const since = page.olderCursor === null ? '-infinity' : (page.messages[0]?.at ?? until);
    const facts = await factsBetween(tx, actor.workspaceId, { conversationId, since, until });
    return { ...page, facts };
  });
}

/** Whether a person may answer now; what they write is looked at when they send it. */
async function permissionFor(tx: Tx, workspaceId: string, conversationId: string) {
  const facts = await permissionFactsOf(tx, workspaceId, { conversationId });
  if (!facts) throw notFound();
  const input = replyInput(facts);
  const relation = factsAbout(input);
  const inPublic = await publicFactsOf(tx, workspaceId, { conversationId });
  if (!inPublic) return { permission: decide(input), relation, inPublic: null };
  const { post } = inPublic;
  return {
    permission: decideInPublic(inPublic),
    relation,
    inPublic: {
      answers: post?.externalId ?? null,
      costs: publicCosts(),
      ...(await intoPrivate(tx, workspaceId, conversationId)),
    },
  };
}

function publicCosts() {
  const {
    X_PRICE_SUMMONED_REPLY: reply,
    X_PRICE_POST_WITH_LINK: withLink,
    X_PRICES_AS_OF: asOf,
  } = env();
  return { reply, withLink, asOf };
}

/** What is wanted and what holds of a block; as JSON, which keeps instants as they are written. */
const blockText = `
  select json_build_object('wanted', b.wanted, 'isBlocked', b.blocked_at is not null,
    'isUnderWay', b.due_at is not null, 'hasFailed', b.failed_at is not null, 'isInDoubt', b.in_doubt,
    'askedBy', b.asked_by, 'askedAt', ${iso('b.asked_at')}, 'problem', b.problem,
    'blockedBy', b.blocked_by, 'blockedAt', ${iso('b.blocked_at')})
  from message_blocks b
  where b.workspace_id = c.workspace_id and b.channel_id = c.channel_id and b.identity_id = c.identity_id`;

type Header = Omit<ConversationDetail, 'permission' | 'relation' | 'inPublic'>;

/** The newest message of the customer with how it was judged, and the words to which that points. */
const judgedText = `
  select case when t.message_id is not null then json_build_object('messageId', t.message_id,
    'intent', t.intent, 'urgency', t.urgency, 'language', t.language, 'confidence', t.confidence,
    'corrected', t.corrected, 'reasons', t.reasons, 'body', said.body) end
  from (select m.id, m.body from messages m
    where m.workspace_id = c.workspace_id and m.conversation_id = c.id and m.kind = 'inbound'
    order by m.at desc, m.tie desc, m.id desc limit 1) said
  left join message_triage t on t.workspace_id = c.workspace_id and t.message_id = said.id`;

async function headerFor(
  tx: Tx,
  { workspaceId, memberId }: Actor,
  conversationId: string,
): Promise<Header & { seq: number }> {
  const [header] = await prepared<Omit<Header, 'triage' | 'block'> & Raw>(tx, {
    name: 'thread_header',
    text: `
      select ${rowColumns('$3')}, c.public_thread as "publicThread", c.episode, ${iso('c.status_at')} as "statusAt",
        (select ${iso("nullif(coalesce(r.read_up_to, asker.created_at), '-infinity')")}
          from members asker left join conversation_reads r on r.workspace_id = asker.workspace_id
            and r.member_id = asker.id and r.conversation_id = c.id
          where asker.workspace_id = $1 and asker.id = $3) as "readUpTo",
        ${iso('c.created_at')} as "createdAt", ${iso('c.resolved_at')} as "resolvedAt",
        c.resolved_by as "resolvedBy",
        json_build_object('id', h.id, 'externalId', h.external_id, 'handle', h.handle, 'name', h.name,
          'network', h.network, 'status', h.status) as channel,
        json_build_object('id', i.contact_id, 'name', ${contactName}, 'handle', i.handle,
          'verified', i.verified, 'followerCount', i.follower_count, 'kind', p.kind) as contact,
        (select link.name from conversation_origins origin
          join message_links link on link.workspace_id = origin.workspace_id and link.id = origin.link_id
          where origin.workspace_id = $1 and origin.conversation_id = c.id
          order by origin.episode desc limit 1) as "cameFrom",
        exists (select from rule_runs run where run.workspace_id = $1 and run.conversation_id = c.id) as "isRuled",
        c.quarantine, (${judgedText}) as triage, (${blockText}) as block,
        coalesce((select seq from event_counters where workspace_id = $1), 0) as seq
      from conversations c
      join channels h on h.workspace_id = c.workspace_id and h.id = c.channel_id
      join identities i on i.workspace_id = c.workspace_id and i.id = c.identity_id
      join contacts p on p.workspace_id = i.workspace_id and p.id = i.contact_id
      where c.workspace_id = $1 and c.id = $2`,
    values: [workspaceId, conversationId, memberId],
  });
  if (!header) throw notFound();
  return {
    ...header,
    triage: toTriage(header.triage),
    block: toBlock(header.block),
    seq: Number(header.seq),
  };
}

type Raw = { seq: string; triage: Judged | null; block: Block | null };

type Block = BlockStanding & Omit<BlockView, 'state'>;

function toBlock(block: Block | null): BlockView | null {
  const state = block && stateOf(block);
  if (!state) return null;
  const { askedBy, askedAt, problem, blockedBy, blockedAt } = block;
  return { state, askedBy, askedAt, problem, blockedBy, blockedAt };
}

type Judged = Omit<TriageView, 'words'> & { reasons: KeptReason[]; body: string };

function toTriage(judged: Judged | null): TriageView | null {
  if (!judged) return null;
  const { reasons, body, ...triage } = judged;
  const words = reasons
    .map(({ signal, from, to }) => ({ signal, text: body.slice(from, to) }))
    .filter(({ text }) => text !== '');
  return { ...triage, words };
}
