import 'server-only';
import type { Tx } from '@/db/client';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { Refusal } from '@/lib/domain/refusal';
import type { VersionState } from '@/lib/domain/replies/state';
import type { Usage, UsageAsked, UsageDays } from '@/lib/domain/replies/usage';
import { byUsage } from '@/lib/domain/replies/usage';
import { requirePermission } from '../permission';
import { inMemory } from './in-memory';
import { hasLeft } from './left';

export type VersionUsage = Usage & {
  versionId: string;
  language: string;
  number: number;
  state: VersionState;
};

export type ReplyUsage = Usage & {
  replyId: string;
  key: string;
  title: string;
  /** By language, the newest version first. */
  versions: VersionUsage[];
};

export type UsageReport = {
  replies: ReplyUsage[];
  /** What agents could use in these days and did not. */
  unused: { replyId: string; key: string; title: string }[];
};

/** How often each reply was used, and what followed. */
export async function usageReport(actor: Actor, asked: UsageAsked): Promise<UsageReport> {
  requirePermission(actor, 'reply.read');
  const { workspaceId } = actor;
  return await withWorkspace(
    workspaceId,
    async (tx) => ({
      replies: (await usageIn(tx, workspaceId, { ...asked, replyId: null })).toSorted(
        byUsage(asked.sort),
      ),
      unused: await unusedIn(tx, workspaceId, asked.days),
    }),
    'ask',
  );
}

/**
 * The same of one reply over 90 days and all channels; null when it was not used. Refuses as `not_found`, also for
 * what is another workspace's or no id at all.
 */
export async function usageOfReply(actor: Actor, replyId: string): Promise<ReplyUsage | null> {
  requirePermission(actor, 'reply.read');
  const { workspaceId } = actor;
  const [usage] = await withWorkspace(
    workspaceId,
    async (tx) => {
      const known = await prepared(tx, {
        text: 'select from approved_replies where workspace_id = $1 and id::text = $2',
        values: [workspaceId, replyId],
      });
      if (known.length === 0) {
        throw new Refusal('not_found', 'There is no such approved reply here.');
      }
      return await usageIn(tx, workspaceId, { days: 90, channel: null, replyId });
    },
    'ask',
  );
  return usage ?? null;
}

/** The uses of the last $2 days on channel $3 or all, of reply $4 or all; `stopped` is what was sent and never left. */
export const usesOf = `
  select u.id, u.version_id, u.conversation_id, u.member_id, u.inserted_at, u.sent_at, u.edited,
    case when u.state = 'sent' and not ${hasLeft('u')} then 'stopped' else u.state end as state
  from reply_uses u
  where u.workspace_id = $1 and u.inserted_at > now() - $2::int * interval '1 day'
    and ($3::uuid is null or exists (
      select from conversations c where c.workspace_id = $1 and c.id = u.conversation_id
        and c.channel_id = $3::uuid))
    and ($4::uuid is null or u.version_id in (
      select id from reply_versions where workspace_id = $1 and reply_id = $4::uuid))`;

/**
 * What followed each of `used` within 72 hours of being sent: when the customer next wrote, whether the conversation was
 * opened again, and when it was last closed. One walk along each conversation, not a look for each use.
 */
export const whatFollowed = `
  talks as (select distinct conversation_id from used where state = 'sent'),
  line as (
    select conversation_id, coalesce(sent_at, inserted_at) as at, null as what,
      id as use_id, version_id, state = 'sent' as is_sent, edited
    from used
    union all
    select conversation_id, at, 'inbound', null, null, null, null from messages
    where workspace_id = $1 and kind = 'inbound' and at > now() - $2::int * interval '1 day'
      and conversation_id in (select conversation_id from talks)
    union all
    select conversation_id, at, type, null, null, null, null from events
    where workspace_id = $1 and type in ('conversation.closed', 'conversation.reopened')
      and at > now() - $2::int * interval '1 day'
      and conversation_id in (select conversation_id from talks)
  ), followed as (
    select use_id, version_id, is_sent, edited, at,
      min(at) filter (where what = 'inbound') over after as again_at,
      max(at) filter (where what = 'conversation.reopened') over after as reopened_at,
      max(at) filter (where what = 'conversation.closed') over after as closed_at
    from line
    window after as (partition by conversation_id order by at
      range between current row and interval '72 hours' following)
  )`;

type Row = Usage & {
  replyId: string;
  key: string;
  title: string;
  versionId: string | null;
  language: string | null;
  number: number | null;
  state: VersionState | null;
};

type Narrow = { days: UsageDays; channel: string | null; replyId: string | null };

async function usageIn(
  tx: Tx,
  workspaceId: string,
  { days, channel, replyId }: Narrow,
): Promise<ReplyUsage[]> {
  await inMemory(tx);
  const rows = await prepared<Row>(tx, {
    text: usageText,
    values: [workspaceId, days, channel, replyId],
  });
  return rows.flatMap(({ versionId, language, number, state, ...reply }) =>
    versionId === null ? [{ ...reply, versions: versionsOf(rows, reply.replyId) }] : [],
  );
}

function versionsOf(rows: readonly Row[], of: string): VersionUsage[] {
  return rows.flatMap(({ replyId, key, title, versionId, language, number, state, ...usage }) =>
    replyId === of && versionId && language && number && state
      ? [{ ...usage, versionId, language, number, state }]
      : [],
  );
}

const usageText = `
  with used as (${usesOf}), ${whatFollowed}, told as (
    select version_id, is_sent, edited,
      at <= now() - interval '24 hours' as is_old24, at <= now() - interval '72 hours' as is_old72,
      again_at <= at + interval '24 hours' as is_again24, again_at is not null as is_again72,
      reopened_at is not null as reopened,
      closed_at > coalesce(reopened_at, '-infinity') as resolved
    from followed where use_id is not null
  ), counted as (
    select v.reply_id, told.version_id,
      count(*)::int as inserted, count(*) filter (where is_sent)::int as sent,
      count(*) filter (where is_sent and edited > 0)::int as changed,
      (percentile_disc(0.5) within group (order by edited) filter (where is_sent))::int as edited,
      count(*) filter (where is_sent and is_old24)::int as old24,
      count(*) filter (where is_sent and is_old24 and is_again24)::int as again24,
      count(*) filter (where is_sent and is_old72)::int as old72,
      count(*) filter (where is_sent and is_old72 and is_again72)::int as again72,
      count(*) filter (where is_sent and is_old72 and reopened)::int as reopened,
      count(*) filter (where is_sent and is_old72 and resolved)::int as resolved
    from told join reply_versions v on v.workspace_id = $1 and v.id = told.version_id
    group by grouping sets ((v.reply_id, told.version_id), (v.reply_id))
  )
  select c.reply_id as "replyId", r.key, r.title,
    c.version_id as "versionId", v.language, v.number, v.state,
    c.inserted, c.sent, c.changed, c.edited as "medianEdited", c.old24, c.again24, c.old72,
    c.again72, c.reopened, c.resolved
  from counted c
  join approved_replies r on r.workspace_id = $1 and r.id = c.reply_id
  left join reply_versions v on v.workspace_id = $1 and v.id = c.version_id
  order by lower(r.title), r.id, v.language <> r.source_language, v.language, v.number desc`;

/** On any channel: whoever asks about one does not want to read of those that are for others. */
function unusedIn(tx: Tx, workspaceId: string, days: UsageDays): Promise<UsageReport['unused']> {
  return prepared(tx, {
    text: `
      select r.id as "replyId", r.key, r.title from approved_replies r
      where r.workspace_id = $1 and r.archived_at is null
        and exists (select from reply_versions v
          where v.workspace_id = $1 and v.reply_id = r.id and v.state = 'published')
        and not exists (select from reply_versions v
          join reply_uses u on u.workspace_id = $1 and u.version_id = v.id
            and u.inserted_at > now() - $2::int * interval '1 day'
          where v.workspace_id = $1 and v.reply_id = r.id)
      order by lower(r.title), r.id limit 200`,
    values: [workspaceId, days],
  });
}
