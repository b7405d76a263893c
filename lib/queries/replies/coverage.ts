import 'server-only';
import type { Tx } from '@/db/client';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import type { IntentCoverage } from '@/lib/domain/replies/coverage';
import type { Phrase, Said } from '@/lib/domain/replies/phrases';
import { commonPhrases } from '@/lib/domain/replies/phrases';
import type { UsageDays } from '@/lib/domain/replies/usage';
import { requirePermission } from '../permission';
import { inOneGo } from './in-memory';
import { hasLeft } from './left';

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
    async (tx) => {
      const [row] = await inOneGo(tx, () =>
        prepared<{ intents: IntentCoverage[]; said: Said[] }>(tx, {
          text: `with ${askedMessages}, ${intentsText}, ${saidText}
            select ${intentsRead} as intents, ${saidRead} as said`,
          values: [workspaceId, days, mostSearched + 1],
        }),
      );
      return row ?? { intents: [], said: [] };
    },
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

/** The first half of the report, for who asks whether the team is ready. */
export async function intentCoverage(
  tx: Tx,
  workspaceId: string,
  days: UsageDays,
): Promise<IntentCoverage[]> {
  const [row] = await inOneGo(tx, () =>
    prepared<{ intents: IntentCoverage[] }>(tx, {
      text: `with ${askedMessages}, ${intentsText} select ${intentsRead} as intents`,
      values: [workspaceId, days],
    }),
  );
  return row?.intents ?? [];
}

/**
 * The customers' messages of the last $2 days, with when a person next answered and when an answer next held an
 * approved reply: it was the same answer where both are equal. Walked from the newest back, once.
 */
const askedMessages = `
  helped as materialized (
    select distinct u.message_id, v.reply_id
    from reply_uses u join reply_versions v on v.workspace_id = $1 and v.id = u.version_id
    where u.workspace_id = $1 and u.sent_at > now() - $2::int * interval '1 day' and ${hasLeft('u')}
  ), line as (
    select m.id, m.conversation_id, m.kind, m.at, m.tie, h.message_id is not null as is_helped
    from messages m
    left join (select distinct message_id from helped) h on h.message_id = m.id
    where m.workspace_id = $1 and m.at > now() - $2::int * interval '1 day'
      and (m.kind = 'inbound' or (m.kind = 'outbound' and m.author_id is not null
        and m.automatic is null and m.external_id is not null))
  ), asked as materialized (
    select id, conversation_id, kind, at, is_helped,
      min(at) filter (where kind = 'outbound') over back as answered_at,
      min(at) filter (where is_helped) over back as helped_at
    from line
    window back as (partition by conversation_id order by at desc, tie desc, id desc
      rows between unbounded preceding and current row)
  )`;

const intentsText = `
  about as (
    select asked.conversation_id, asked.answered_at, coalesce(t.corrected, t.intent) as intent,
      asked.answered_at = asked.helped_at as is_helped
    from asked join message_triage t on t.workspace_id = $1 and t.message_id = asked.id
    where asked.kind = 'inbound'
  ), counted as (
    select intent, count(*)::int as messages, count(answered_at)::int as answered,
      (count(*) filter (where is_helped))::int as "withReply"
    from about group by intent
  ), used as (
    select about.intent, helped.reply_id, count(*)::int as used
    from about
    join asked answer on answer.is_helped and answer.conversation_id = about.conversation_id
      and answer.at = about.answered_at
    join helped on helped.message_id = answer.id
    where about.is_helped
    group by about.intent, helped.reply_id
  ), in_use as (
    select used.intent, jsonb_agg(jsonb_build_object('id', r.id, 'title', r.title, 'used', used.used)
      order by used.used desc, r.title) as replies
    from used join approved_replies r on r.workspace_id = $1 and r.id = used.reply_id
    where exists (select from reply_versions v
      where v.workspace_id = $1 and v.reply_id = r.id and v.state = 'published')
    group by used.intent
  )`;

const intentsRead = `(
  select coalesce(jsonb_agg(to_jsonb(counted) || jsonb_build_object('replies', coalesce(replies, '[]'))
    order by messages desc, intent), '[]')
  from counted left join in_use using (intent))`;

/** What was answered without an approved reply, the newest first. */
const saidText = `
  newest as (
    select id, at from asked
    where kind = 'inbound' and answered_at is not null and answered_at is distinct from helped_at
    order by at desc, id desc limit $3
  )`;

const saidRead = `(
  select coalesce(jsonb_agg(jsonb_build_object('conversationId', m.conversation_id, 'text', left(m.body, 1500))
    order by newest.at desc, m.id desc), '[]')
  from newest cross join lateral (
    select * from messages m where m.workspace_id = $1 and m.id = newest.id limit 1) m
  where m.unreadable is null)`;
