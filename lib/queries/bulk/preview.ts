import 'server-only';
import type { Tx } from '@/db/client';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { MOST_IN_BULK } from '@/lib/domain/conversation/bulk';
import { priorities } from '@/lib/domain/conversation/conversation';
import type { TriageChange, Triaged } from '@/lib/domain/conversation/triage';
import { differences, triage } from '@/lib/domain/conversation/triage';
import { viewSet } from '@/lib/view-set';
import { iso } from '../inbox/columns';
import type { ListRequest } from '../inbox/list-request';
import { requirePermission } from '../permission';
import type { BulkPreview } from './views';

type Asked = { request: Omit<ListRequest, 'sort'>; change: TriageChange };

/** How many a decision about a whole view would change, and why not the others. */
export async function previewBulk(actor: Actor, { request, change }: Asked): Promise<BulkPreview> {
  requirePermission(actor, 'conversation.triage');
  return await withWorkspace(
    actor.workspaceId,
    async (tx) => {
      const kinds = await kindsIn(tx, actor, request);
      const [at] = await prepared<{ seq: number; now: number }>(tx, {
        text: `select coalesce((select seq from event_counters where workspace_id = $1), 0)::float8 as seq,
          extract(epoch from clock_timestamp())::float8 * 1000 as now`,
        values: [actor.workspaceId],
      });
      const foretold = foretell(kinds, change, { actor, now: at?.now ?? Number.NaN });
      return { ...foretold, seq: at?.seq ?? 0 };
    },
    'ask',
  );
}

/** Conversations that stand alike, so that one judgement is that of all. */
type Kind = Triaged & { count: number };

async function kindsIn(tx: Tx, actor: Actor, request: Omit<ListRequest, 'sort'>): Promise<Kind[]> {
  const { before, from, values } = await viewSet(tx, actor, { request, limit: MOST_IN_BULK + 1 });
  return await prepared<Kind>(tx, {
    text: `${before}
      select c.status, ${iso('c.snoozed_until')} as "snoozedUntil",
        (array['${priorities.join("','")}'])[c.priority + 1] as priority,
        c.label_ids as "labelIds", c.team_id as "teamId", c.owner_id as "ownerId",
        count(*)::int as count
      from ${from} group by 1, 2, 3, 4, 5, 6`,
    values: values.list,
  });
}

type Context = Parameters<typeof triage>[2];

function foretell(kinds: readonly Kind[], change: TriageChange, context: Context) {
  const refused = new Map<string, number>();
  let [total, changes, open, same] = [0, 0, 0, 0];
  for (const { count, ...before } of kinds) {
    total += count;
    const answer = triage(before, change, context);
    if (!answer.ok) refused.set(answer.why, (refused.get(answer.why) ?? 0) + count);
    else if (Object.keys(differences(before, answer.after)).length === 0) same += count;
    else {
      changes += count;
      if (before.status === 'open') open += count;
    }
  }
  return {
    total: Math.min(total, MOST_IN_BULK),
    capped: total > MOST_IN_BULK,
    changes,
    open,
    same,
    refused: [...refused].map(([why, count]) => ({ why, count })),
  };
}
