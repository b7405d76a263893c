import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { doings } from '@/lib/domain/presence/presence';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';
import { command } from '../command';
import { PRESENCE_CHANNEL } from './hint';

/** A window says at least every 20 s that it is still here; after two lost words it is taken for gone. */
const KEPT_SECONDS = 45;
/** A window that says it goes is often back at once: a reload, a phone between two networks. */
const GRACE_SECONDS = 4;
const MOST_WINDOWS = 40;

/**
 * What a member's window shows right now, or that it shows no conversation any more. Nothing of it is
 * recorded: the row lapses by the database's clock, and only a change is told to others.
 */
export const tellPresence = command({
  permission: 'conversation.read',
  input: z.strictObject({
    tab: z.uuid(),
    conversationId: z.uuid().nullable(),
    doing: z.enum(doings),
  }),
  async run(context, { tab, conversationId, doing }) {
    if (conversationId === null) await leave(context, tab);
    else await stay(context, { tab, conversationId, doing });
    return { value: null, events: [] };
  },
});

type Window = { tab: string; conversationId: string; doing: string };

async function stay(
  { tx, workspaceId, actor }: CommandContext,
  { tab, conversationId, doing }: Window,
): Promise<void> {
  const { rows } = await tx.execute<{ tab: string }>(sql`
    with before as (
      select conversation_id, doing from presence
      where workspace_id = ${workspaceId} and tab = ${tab}::uuid and until > clock_timestamp()
    ), told as (
      insert into presence (workspace_id, tab, member_id, conversation_id, doing, until)
      select ${workspaceId}::uuid, ${tab}::uuid, ${actor.memberId}::uuid, c.id, ${doing},
        clock_timestamp() + make_interval(secs => ${KEPT_SECONDS})
      from conversations c
      where c.workspace_id = ${workspaceId} and c.id = ${conversationId}::uuid
        and (exists (select from before) or ${MOST_WINDOWS} > (
          select count(*) from presence
          where workspace_id = ${workspaceId} and member_id = ${actor.memberId}
            and until > clock_timestamp()))
      on conflict (workspace_id, tab) do update
        set conversation_id = excluded.conversation_id, doing = excluded.doing, until = excluded.until
        where presence.member_id = excluded.member_id
      returning tab
    )
    select told.tab, case when not exists (
        select from before where conversation_id = ${conversationId}::uuid and doing = ${doing}
      ) then pg_notify(${PRESENCE_CHANNEL}, ${workspaceId}) end
    from told`);
  if (rows.length === 0) throw new Refusal('not_found', 'There is no such conversation here.');
}

async function leave({ tx, workspaceId, actor }: CommandContext, tab: string): Promise<void> {
  await tx.execute(sql`
    with lapsed as (
      delete from presence
      where workspace_id = ${workspaceId} and until < clock_timestamp() - interval '1 minute'
        and tab <> ${tab}::uuid
    ), gone as (
      update presence set doing = 'viewing',
        until = least(until, clock_timestamp() + make_interval(secs => ${GRACE_SECONDS}))
      where workspace_id = ${workspaceId} and tab = ${tab}::uuid and member_id = ${actor.memberId}
        and until > clock_timestamp()
      returning tab
    )
    select pg_notify(${PRESENCE_CHANNEL}, ${workspaceId}) from gone`);
}
