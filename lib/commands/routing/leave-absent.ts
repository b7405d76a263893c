import 'server-only';
import { prepared } from '@/db/client';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { Holder } from '@/lib/domain/routing/absence';
import { isAbsent } from '@/lib/domain/routing/absence';
import { msOf } from '@/lib/ms-of';
import { isOpen, routedTeams } from '@/lib/routing-facts';
import type { CommandContext } from '../command';
import { asHolder, holderColumns } from './holder';

type Held = { ownerId: string; teamId: string | null; holder: Holder; now: number };

/**
 * After a customer wrote: what they wrote to somebody who is not there goes back to the team, in the same
 * transaction. From who left the workspace always; from who is away where the team's policy says so.
 */
export async function leaveAbsent(
  context: CommandContext<null>,
  conversationId: string,
): Promise<EventDraft[]> {
  const held = await heldNow(context, conversationId);
  if (!held || !(held.holder.removed || (await isLeft(context, held)))) return [];
  const { tx, workspaceId } = context;
  await prepared(tx, {
    name: 'routing-leave',
    text: `update conversations set owner_id = null, version = version + 1
      where workspace_id = $1 and id = $2`,
    values: [workspaceId, conversationId],
  });
  return [
    {
      type: 'conversation.unassigned',
      conversationId,
      memberId: held.ownerId,
      data: { because: 'absent' },
    },
  ];
}

/** Whose it is, when it is open and theirs; who certainly sits there is not asked further. */
async function heldNow(
  { tx, workspaceId }: CommandContext<null>,
  conversationId: string,
): Promise<Held | undefined> {
  const [row] = await prepared<Parameters<typeof asHolder>[0] & Omit<Held, 'holder'>>(tx, {
    name: 'routing-held',
    text: `
      select c.owner_id as "ownerId", case when t.absence = 'on_message' and t.strategy <> 'off'
          and t.archived_at is null then t.id end as "teamId",
        ${msOf('clock_timestamp()')} as now, ${holderColumns}
      from conversations c
      join members m on m.workspace_id = $1 and m.id = c.owner_id
      left join teams t on t.workspace_id = $1 and t.id = c.team_id
      where c.workspace_id = $1 and c.id = $2 and c.status = 'open'`,
    values: [workspaceId, conversationId],
  });
  return row && { ...row, holder: asHolder(row) };
}

async function isLeft({ tx, workspaceId }: CommandContext<null>, { teamId, holder }: Held) {
  if (teamId === null) return false;
  const { teams, now } = await routedTeams(tx, workspaceId);
  const team = teams.find(({ id }) => id === teamId);
  if (!team) return false;
  const { absenceMinutes } = team;
  return isAbsent(holder, { now, onShift: isOpen(team, now), absenceMinutes });
}
