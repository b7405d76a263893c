import 'server-only';
import type { Tx } from '@/db/client';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import type { HandoffCount, ReportDays } from '@/lib/domain/reports/handoff';
import { contactName, iso } from '../inbox/columns';
import { requirePermission } from '../permission';

/** How long something took, in seconds; null where nothing is there to measure. */
type Taken = { median: number | null; ninth: number | null };

/** What became of complaints on a channel; on all of them together where `channelId` is null. */
export type HandoffFigures = Record<Exclude<HandoffCount, 'all'>, number> & {
  channelId: string | null;
  handle: string | null;
  /** Began in public within the time and did not go on in private. */
  stayed: number;
  /** How many of those were answered in public. */
  answered: number;
  untilPrivate: Taken;
  untilAnswer: Taken;
};

/** A complaint that was invited or taken into private. */
export type HandoffLine = {
  id: string;
  contact: string;
  channel: string;
  how: 'invited' | 'written';
  matchedBy: 'link' | 'author' | null;
  by: string;
  startedAt: string;
  invitedAt: string;
  arrivedAt: string | null;
  publicId: string;
  privateId: string | null;
};

export type HandoffReport = {
  /** All channels together, then each that has something to tell. */
  figures: HandoffFigures[];
  /** The newest, at most fifty. */
  lines: HandoffLine[];
};

type Asked = { days: ReportDays; count?: HandoffCount; channelId?: string | null };

/** What became of the complaints of the last days; the lines are those that `count` counts, of one channel or all. */
export async function handoffReport(
  actor: Actor,
  { days, count = 'all', channelId = null }: Asked,
): Promise<HandoffReport> {
  requirePermission(actor, 'report.read');
  const { workspaceId } = actor;
  return await withWorkspace(
    workspaceId,
    async (tx) => ({
      figures: await figuresIn(tx, workspaceId, days),
      lines: await linesIn(tx, workspaceId, { days, count, channelId }),
    }),
    'read',
  );
}

/** Handoffs of the last $2 days. An invitation counts once the network has it. */
const counted = `
  select handoff.* from handoffs handoff
  left join messages invitation on invitation.workspace_id = handoff.workspace_id
    and invitation.id = handoff.message_id
  where handoff.workspace_id = $1 and handoff.invited_at > now() - $2 * interval '1 day'
    and (handoff.how = 'written' or invitation.external_id is not null)`;

/** Which of the counted handoffs each count is about. */
const conditions = {
  all: 'true',
  invited: "how = 'invited'",
  written: "how = 'written'",
  arrived: "how = 'invited' and arrived_at is not null",
  byLink: "how = 'invited' and matched_by = 'link'",
  byAuthor: "how = 'invited' and matched_by = 'author'",
} as const satisfies Record<HandoffCount, string>;

const tally = (count: HandoffCount) =>
  `count(*) filter (where ${conditions[count]})::int as "${count}"`;

const taken = (seconds: string) => `jsonb_build_object(
  'median', round(percentile_cont(0.5) within group (order by ${seconds}))::int,
  'ninth', round(percentile_cont(0.9) within group (order by ${seconds}))::int)`;

/** Public conversations that began within the last $2 days and did not go on in private. */
const stayed = `
  select talk.channel_id, extract(epoch from answer.at - beginning.at) as seconds
  from conversations talk
  cross join lateral (
    select min(m.at) as at from messages m where m.workspace_id = talk.workspace_id
      and m.conversation_id = talk.id and m.kind = 'inbound'
  ) beginning
  cross join lateral (
    select min(m.at) as at from messages m where m.workspace_id = talk.workspace_id
      and m.conversation_id = talk.id and m.kind = 'outbound' and m.external_id is not null
      and m.at >= beginning.at
  ) answer
  where talk.workspace_id = $1 and talk.kind = 'public'
    and talk.last_message_at > now() - $2 * interval '1 day'
    and beginning.at > now() - $2 * interval '1 day'
    and not exists (select from handoffs h where h.workspace_id = talk.workspace_id
      and h.public_id = talk.id and h.arrived_at is not null)`;

function figuresIn(tx: Tx, workspaceId: string, days: ReportDays): Promise<HandoffFigures[]> {
  return prepared<HandoffFigures>(tx, {
    name: 'handoff_figures',
    text: `
      with handed as (
        select channel_id, ${(['invited', 'written', 'arrived', 'byLink', 'byAuthor'] as const).map(tally).join(', ')},
          ${taken('extract(epoch from arrived_at - started_at)')} as "untilPrivate"
        from (${counted}) counted group by grouping sets ((channel_id), ())
      ), remained as (
        select channel_id, count(*)::int as stayed, count(seconds)::int as answered,
          ${taken('seconds')} as "untilAnswer"
        from (${stayed}) stayed group by grouping sets ((channel_id), ())
      ), nothing as (select '{"median": null, "ninth": null}'::jsonb as taken)
      select place.id as "channelId", place.handle,
        coalesce(invited, 0) as invited, coalesce(written, 0) as written,
        coalesce(arrived, 0) as arrived, coalesce("byLink", 0) as "byLink",
        coalesce("byAuthor", 0) as "byAuthor", coalesce(stayed, 0) as stayed,
        coalesce(answered, 0) as answered, coalesce("untilPrivate", nothing.taken) as "untilPrivate",
        coalesce("untilAnswer", nothing.taken) as "untilAnswer"
      from (
        select id, handle from channels where workspace_id = $1 union all select null, null
      ) place
      cross join nothing
      left join handed on handed.channel_id is not distinct from place.id
      left join remained on remained.channel_id is not distinct from place.id
      where handed.invited is not null or remained.stayed is not null
      order by place.id is not null, place.handle, place.id`,
    values: [workspaceId, days],
  });
}

function linesIn(
  tx: Tx,
  workspaceId: string,
  { days, count, channelId }: Required<Asked>,
): Promise<HandoffLine[]> {
  return prepared<HandoffLine>(tx, {
    name: `handoff_lines_${count}`,
    text: `
      select h.id, ${contactName} as contact, c.handle as channel, h.how, h.matched_by as "matchedBy",
        m.name as by, ${iso('h.started_at')} as "startedAt", ${iso('h.invited_at')} as "invitedAt",
        ${iso('h.arrived_at')} as "arrivedAt", h.public_id as "publicId", h.private_id as "privateId"
      from (
        select * from (${counted}) counted
        where ${conditions[count]} and ($3::uuid is null or channel_id = $3)
        order by invited_at desc, id desc limit 50
      ) h
      join identities i on i.workspace_id = h.workspace_id and i.id = h.identity_id
      join channels c on c.workspace_id = h.workspace_id and c.id = h.channel_id
      join members m on m.workspace_id = h.workspace_id and m.id = h.by_id
      order by h.invited_at desc, h.id desc`,
    values: [workspaceId, days, channelId],
  });
}
