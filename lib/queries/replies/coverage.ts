import 'server-only';
import type { Tx } from '@/db/client';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import type { IntentCoverage } from '@/lib/domain/replies/coverage';
import type { Phrase, Said } from '@/lib/domain/replies/phrases';
import { commonPhrases } from '@/lib/domain/replies/phrases';
import type { UsageDays } from '@/lib/domain/replies/usage';
import { requirePermission } from '../permission';

export type CoverageReport = {
  intents: IntentCoverage[];
  phrases: Phrase[];
  /** How many messages the phrases were looked for in; `isCut` when there were more, and these are the newest. */
  searched: number;
  isCut: boolean;
};

/** More would tell nothing else about what is common, and keep everybody else waiting. */
const mostSearched = 5_000;

/** What customers write about, and for how much of it an approved reply is there and used. */
export async function coverageReport(actor: Actor, days: UsageDays): Promise<CoverageReport> {
  requirePermission(actor, 'reply.read');
  const { workspaceId } = actor;
  const { intents, said } = await withWorkspace(
    workspaceId,
    async (tx) => ({
      intents: await intentCoverage(tx, workspaceId, days),
      said: await withoutReply(tx, workspaceId, days),
    }),
    'ask',
  );
  const searched = said.slice(0, mostSearched);
  return {
    intents,
    phrases: commonPhrases(searched),
    searched: searched.length,
    isCut: said.length > searched.length,
  };
}

/**
 * The customers' messages of the last $2 days, each with the message by which a person next answered, if one did. Walked
 * from the newest back, a turn ends with each answer: a message belongs to the answer that was met last.
 */
const answeredMessages = `
  turns as (
    select id, conversation_id, kind, at,
      count(*) filter (where kind = 'outbound') over (partition by conversation_id
        order by at desc, tie desc, id desc rows between unbounded preceding and current row) as turn
    from messages
    where workspace_id = $1 and at > now() - $2::int * interval '1 day'
      and (kind = 'inbound' or (kind = 'outbound' and author_id is not null
        and automatic is null and external_id is not null))
  ), asked as (
    select q.id, q.conversation_id, q.at, a.id as answer_id
    from turns q
    left join turns a on a.kind = 'outbound' and a.conversation_id = q.conversation_id and a.turn = q.turn
    where q.kind = 'inbound'
  ), helped as (
    select distinct u.message_id, v.reply_id
    from reply_uses u join reply_versions v on v.workspace_id = $1 and v.id = u.version_id
    where u.workspace_id = $1 and u.state = 'sent' and u.sent_at > now() - $2::int * interval '1 day'
  )`;

export async function intentCoverage(
  tx: Tx,
  workspaceId: string,
  days: UsageDays,
): Promise<IntentCoverage[]> {
  return await prepared<IntentCoverage>(tx, {
    text: `
      with ${answeredMessages}, about as (
        select asked.id, asked.answer_id, coalesce(t.corrected, t.intent) as intent
        from asked join message_triage t on t.workspace_id = $1 and t.message_id = asked.id
      ), counted as (
        select intent, count(*)::int as messages, count(answer_id)::int as answered,
          (count(*) filter (where answer_id in (select message_id from helped)))::int as "withReply"
        from about group by intent
      ), used as (
        select about.intent, r.id, r.title, count(*)::int as used
        from about
        join helped on helped.message_id = about.answer_id
        join approved_replies r on r.workspace_id = $1 and r.id = helped.reply_id
        where exists (select from reply_versions v
          where v.workspace_id = $1 and v.reply_id = r.id and v.state = 'published')
        group by about.intent, r.id, r.title
      )
      select counted.*, coalesce((
        select jsonb_agg(jsonb_build_object('id', id, 'title', title, 'used', used)
          order by used desc, title)
        from used where used.intent = counted.intent), '[]') as replies
      from counted order by messages desc, intent`,
    values: [workspaceId, days],
  });
}

/** What was answered without an approved reply, the newest first. */
function withoutReply(tx: Tx, workspaceId: string, days: UsageDays): Promise<Said[]> {
  return prepared<Said>(tx, {
    text: `
      with ${answeredMessages}, newest as (
        select id, conversation_id, at from asked
        where answer_id is not null and answer_id not in (select message_id from helped)
        order by at desc, id desc limit $3
      )
      select m.conversation_id as "conversationId", m.body as text
      from newest join messages m on m.workspace_id = $1 and m.id = newest.id
      where m.unreadable is null
      order by newest.at desc, m.id desc`,
    values: [workspaceId, days, mostSearched + 1],
  });
}
