import 'server-only';
import { sql } from 'drizzle-orm';
import type { Intent } from '@/lib/domain/triage/intent';
import { judge } from '@/lib/domain/triage/judge';
import type { CommandContext } from '../command';
import type { TriageMove } from '../conversation/triaged';
import type { Taught } from './model';
import { teach } from './model';

/**
 * What a person's word on spam comes to: what they take out of quarantine is counted and no longer in it, and both
 * ways the words of the message teach. Taken back, it leaves nothing behind. Answers with what left quarantine.
 */
export async function followSpam(
  context: CommandContext,
  moves: readonly TriageMove[],
  { isUndo }: { isUndo: boolean },
): Promise<string[]> {
  const into = moves.filter(({ conversation, after }) => entersSpam(conversation.status, after));
  const out = moves.filter(({ conversation, after }) => leavesSpam(conversation.status, after));
  if (into.length + out.length === 0) return [];
  const released = idsOf(out.filter(({ conversation }) => conversation.quarantine !== null));
  await release(context, released);
  const again = isUndo ? await putBack(context, idsOf(into)) : [];
  const said = await firstWordsOf(context, idsOf([...into, ...out]));
  const spam = idsOf(into).filter((id) => !again.includes(id));
  await teach(
    context,
    said.map(({ conversationId: id, messageId, body, corrected }): Taught => {
      if (spam.includes(id)) return { messageId, body, intent: 'spam' };
      const isReleased = released.includes(id);
      return { messageId, body, intent: isReleased ? (corrected ?? wanted(body)) : corrected };
    }),
  );
  return released;
}

type After = TriageMove['after'];

function entersSpam(before: After['status'], { status }: After): boolean {
  return before !== 'spam' && status === 'spam';
}

function leavesSpam(before: After['status'], { status }: After): boolean {
  return before === 'spam' && status !== 'spam';
}

function idsOf(moves: readonly TriageMove[]): string[] {
  return moves.map(({ conversation }) => conversation.id);
}

async function release(
  { tx, workspaceId, actor }: CommandContext,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute(sql`
    with out as (
      update conversations set quarantine = null
      where workspace_id = ${workspaceId} and id = any(${sql.param([...ids])}::uuid[])
    )
    update quarantines set released_at = now(), released_by = ${actor.memberId}
    where workspace_id = ${workspaceId} and conversation_id = any(${sql.param([...ids])}::uuid[])
      and released_at is null`);
}

/** Which of them were in quarantine until a person took them out, and are again. */
async function putBack(
  { tx, workspaceId }: CommandContext,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await tx.execute<{ id: string }>(sql`
    with last as (
      select distinct on (q.conversation_id) q.id, q.conversation_id, q.signs, q.at
      from quarantines q where q.workspace_id = ${workspaceId}
        and q.conversation_id = any(${sql.param([...ids])}::uuid[])
      order by q.conversation_id, q.at desc
    ), back as (
      update quarantines q set released_at = null, released_by = null from last
      where q.workspace_id = ${workspaceId} and q.id = last.id and q.released_at is not null
      returning q.conversation_id
    )
    update conversations c set quarantine = jsonb_build_object('signs', last.signs,
      'at', to_char(last.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    from last join back on back.conversation_id = last.conversation_id
    where c.workspace_id = ${workspaceId} and c.id = last.conversation_id
    returning c.id`);
  return rows.map(({ id }) => id);
}

type Said = {
  conversationId: string;
  messageId: string;
  body: string;
  corrected: Intent | null;
};

/** What each of them was first judged by. */
async function firstWordsOf(
  { tx, workspaceId }: CommandContext,
  ids: readonly string[],
): Promise<Said[]> {
  if (ids.length === 0) return [];
  const { rows } = await tx.execute<Said>(sql`
    select asked.id as "conversationId", m.id as "messageId", m.body, t.corrected
    from unnest(${sql.param([...ids])}::uuid[]) asked(id)
    join lateral (select m.id, m.body from messages m
      where m.workspace_id = ${workspaceId} and m.conversation_id = asked.id
        and m.kind = 'inbound' and m.unreadable is null and m.body <> ''
      order by m.at, m.tie, m.id limit 1) m on true
    left join message_triage t on t.workspace_id = ${workspaceId} and t.message_id = m.id`);
  return rows;
}

/** What a message is when it is no spam, by the words alone. */
function wanted(body: string): Intent {
  const { intent } = judge(body);
  return intent === 'spam' ? 'other' : intent;
}
