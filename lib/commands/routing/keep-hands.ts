import 'server-only';
import type { Tx } from '@/db/client';
import { prepared } from '@/db/client';
import type { EventDraft } from '@/lib/domain/conversation/events';
import { handsOf } from '@/lib/domain/routing/hands';

type Happened = {
  workspaceId: string;
  actorMemberId: string | null;
  events: readonly EventDraft[];
};

/**
 * Brings up to date since when each conversation is whose, whether they did something with it, and who let it
 * go. The one place for it: whatever changes an owner records that, and is kept here.
 */
export async function keepHands(tx: Tx, happened: Happened): Promise<void> {
  const { workspaceId, actorMemberId, events } = happened;
  const hands = handsOf(events, actorMemberId);
  if (hands.length === 0) return;
  await prepared(tx, {
    name: 'keep-hands',
    text: keepHandsText,
    values: [workspaceId, actorMemberId, JSON.stringify(hands)],
  });
}

const keepHandsText = `
  update conversations c set
    assigned_at = case when hand.held is null then c.assigned_at when hand.held = 'left' then null
      else clock_timestamp() end,
    untouched_since = case
      when hand.touched and c.owner_id = $2::uuid or hand.held in ('taken', 'left') then null
      when hand.held = 'given' then clock_timestamp() else c.untouched_since end,
    hops = case when hand.fresh then 0 else c.hops end + hand.returned,
    passed_by = array(select distinct id from unnest(
      case when hand.fresh then '{}'::uuid[] else c.passed_by end || hand."passedBy") id)
  from jsonb_to_recordset($3::jsonb) as hand("conversationId" uuid, held text, fresh boolean,
    returned smallint, "passedBy" uuid[], touched boolean)
  where c.workspace_id = $1 and c.id = hand."conversationId"
    and (hand.held is not null or hand.fresh and (c.hops > 0 or c.passed_by <> '{}')
      or hand.touched and c.untouched_since is not null and c.owner_id = $2::uuid)`;
