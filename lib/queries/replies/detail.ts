import 'server-only';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { Refusal } from '@/lib/domain/refusal';
import { iso } from '../inbox/columns';
import { requirePermission } from '../permission';
import { hasLeft } from './left';
import type { ReplyDetail } from './views';

/** A reply with everything that was ever written for it. Refuses as `not_found`, also for what is another workspace's or no id at all. */
export async function replyDetail(actor: Actor, replyId: string): Promise<ReplyDetail> {
  requirePermission(actor, 'reply.read');
  const [row] = await withWorkspace(
    actor.workspaceId,
    (tx) =>
      prepared<ReplyDetail>(tx, {
        name: 'reply_detail',
        text: detailText,
        values: [actor.workspaceId, replyId],
      }),
    'read',
  );
  if (!row) throw new Refusal('not_found', 'There is no such approved reply here.');
  return row;
}

const who = (alias: string) => `jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name)`;

const reviewsText = `
  select coalesce(jsonb_agg(jsonb_build_object('member', ${who('m')}, 'decision', w.decision,
      'comment', w.comment, 'at', ${iso('w.at')},
      'holds', coalesce(w.body_hash = v.body_hash, false)) order by w.at, w.id), '[]')
  from reply_reviews w
  join members m on m.workspace_id = $1 and m.id = w.member_id
  where w.workspace_id = $1 and w.version_id = v.id`;

const commentsText = `
  select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'member', ${who('m')}, 'body', c.body,
      'quote', c.quote, 'at', ${iso('c.at')},
      'resolved', case when c.resolved_at is not null then
        jsonb_build_object('by', coalesce(s.name, ''), 'at', ${iso('c.resolved_at')}) end)
      order by c.at, c.id), '[]')
  from reply_comments c
  join members m on m.workspace_id = $1 and m.id = c.member_id
  left join members s on s.workspace_id = $1 and s.id = c.resolved_by
  where c.workspace_id = $1 and c.version_id = v.id`;

/** Only a recall asks for it. */
const sentInText = `
  case when v.state = 'recalled' then (
    select count(distinct u.conversation_id)::int from reply_uses u
    where u.workspace_id = $1 and u.version_id = v.id and ${hasLeft('u')}) end`;

const nameOf = (column: string) =>
  `(select n.name from members n where n.workspace_id = $1 and n.id = ${column})`;

// In two objects: a function of PostgreSQL takes a hundred arguments.
const versionText = `
  jsonb_build_object('id', v.id, 'replyId', v.reply_id, 'language', v.language, 'number', v.number,
    'state', v.state, 'body', v.body, 'allowance', v.allowance, 'risk', v.risk, 'media', v.media,
    'actions', v.actions, 'validFrom', ${iso('v.valid_from')}, 'validUntil', ${iso('v.valid_until')},
    'reviewBy', ${iso('v.review_by')}, 'sourceVersionId', v.source_version_id, 'author', ${who('a')},
    'revision', v.revision, 'bodyHash', v.body_hash)
  || jsonb_build_object('createdAt', ${iso('v.created_at')}, 'submittedAt', ${iso('v.submitted_at')},
    'approvedAt', ${iso('v.approved_at')}, 'scheduled', v.scheduled,
    'publishedAt', ${iso('v.published_at')}, 'publishedBy', ${nameOf('v.published_by')},
    'endedAt', ${iso('v.ended_at')}, 'endedBy', ${nameOf('v.ended_by')}, 'endReason', v.end_reason,
    'sentIn', ${sentInText},
    'reviews', (${reviewsText}), 'comments', (${commentsText}))`;

const detailText = `
  select r.id, r.key, r.title, r.folder, r.purpose, r.risk, r.channel_ids as "channelIds",
    r.source_language as "sourceLanguage", ${who('o')} as owner, r.version,
    r.archived_at is not null as archived,
    (select coalesce(jsonb_agg(${versionText} order by v.created_at desc, v.id desc), '[]')
      from reply_versions v
      join members a on a.workspace_id = $1 and a.id = v.author_id
      where v.workspace_id = $1 and v.reply_id = r.id) as versions
  from approved_replies r
  join members o on o.workspace_id = r.workspace_id and o.id = r.owner_id
  where r.workspace_id = $1 and r.id::text = $2`;
