import 'server-only';
import type { Tx } from '@/db/client';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import type { UsesAsked } from '@/lib/domain/replies/usage';
import { contactName, iso } from '../inbox/columns';
import { fromCursor, toCursor } from '../inbox/cursor';
import { requirePermission } from '../permission';
import { usesOf, whatFollowed } from './usage';

/** One use of a reply, with what became of it. */
export type UseLine = {
  id: string;
  conversationId: string;
  contact: string;
  channel: string;
  reply: { title: string; language: string; number: number };
  member: string;
  /** `stopped`: it was sent and never left. */
  state: 'inserted' | 'asked' | 'sent' | 'stopped' | 'removed';
  insertedAt: string;
  sentAt: string | null;
  edited: number | null;
  /** Nothing can be said of it before 24 hours, and not all before 72. */
  is24: boolean;
  is72: boolean;
  /** Hours until the customer wrote again, cut. */
  againHours: number | null;
  reopened: boolean;
  resolved: boolean;
};

export type UsePage = { lines: UseLine[]; after: string | null };

const pageSize = 50;

/** Longer than anything was ever used. */
const everDays = 36_500;

/**
 * The uses behind a line of the report, the newest first. Of one version, where it was sent: all that left, however long ago,
 * as a recall has to be followed up.
 */
export async function usesPage(actor: Actor, asked: UsesAsked): Promise<UsePage> {
  requirePermission(actor, 'reply.read');
  const rows = await withWorkspace(
    actor.workspaceId,
    (tx) => linesOf(tx, actor.workspaceId, asked),
    'ask',
  );
  const lines = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? lines.at(-1) : undefined;
  return { lines, after: last ? toCursor([last.insertedAt, last.id]) : null };
}

function linesOf(tx: Tx, workspaceId: string, asked: UsesAsked): Promise<UseLine[]> {
  const { days, channel, replyId, versionId, after } = asked;
  const [at, id] = after === null ? [null, null] : fromCursor(after, ['instant', 'uuid']);
  return prepared<UseLine>(tx, {
    text: `
      with used as (
        select * from (${usesOf}) u
        where ($5::uuid is null or (u.version_id = $5::uuid and u.state = 'sent'))
          and ($6::timestamptz is null or (u.inserted_at, u.id) < ($6::timestamptz, $7::uuid))
        order by u.inserted_at desc, u.id desc limit $8
      ), ${whatFollowed}
      select u.id, u.conversation_id as "conversationId", ${contactName} as contact,
        h.handle as channel, m.name as member, u.state,
        jsonb_build_object('title', r.title, 'language', v.language, 'number', v.number) as reply,
        ${iso('u.inserted_at')} as "insertedAt", ${iso('u.sent_at')} as "sentAt", u.edited,
        coalesce(u.sent_at <= now() - interval '24 hours', false) as is24,
        coalesce(u.sent_at <= now() - interval '72 hours', false) as is72,
        floor(extract(epoch from f.again_at - u.sent_at) / 3600)::int as "againHours",
        f.reopened_at is not null as reopened,
        coalesce(f.closed_at > coalesce(f.reopened_at, '-infinity'), false) as resolved
      from used u
      left join followed f on f.use_id = u.id
      join reply_versions v on v.workspace_id = $1 and v.id = u.version_id
      join approved_replies r on r.workspace_id = $1 and r.id = v.reply_id
      join members m on m.workspace_id = $1 and m.id = u.member_id
      join conversations c on c.workspace_id = $1 and c.id = u.conversation_id
      join identities i on i.workspace_id = $1 and i.id = c.identity_id
      join channels h on h.workspace_id = $1 and h.id = c.channel_id
      order by u.inserted_at desc, u.id desc`,
    values: [
      workspaceId,
      versionId === null ? days : everDays,
      channel,
      replyId,
      versionId,
      at,
      id,
      pageSize + 1,
    ],
  });
}
