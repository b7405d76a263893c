import 'server-only';
import type { Tx } from '@/db/client';
import { planAnew, prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { builtInViews, scopeOf } from '@/lib/domain/conversation/view';
import { requirePermission } from '../permission';
import { askedForSaved } from './list-request';
import { countOf } from './list-statement';
import { countable, searchSpan } from './search';
import { selectionOf } from './selection';
import { Values } from './values';
import type { ViewCounts } from './views';

const CAP = 100;

type Fixed = { view: string; count: number | null; query: string | null };
type Counted = { view: string; count: number };

/** How many stand in each view that the asker has, counted up to the cap. */
export async function viewCounts(actor: Actor, zone = 'UTC'): Promise<ViewCounts> {
  requirePermission(actor, 'conversation.read');
  const counted = await withWorkspace(
    actor.workspaceId,
    async (tx) => {
      const rows = await fixedCounts(tx, actor);
      const saved = rows.filter(({ query }) => query !== null);
      const known = rows.filter((row): row is Fixed & Counted => row.count !== null);
      return [...known, ...(await savedCounts(tx, actor, { saved, zone }))];
    },
    'read',
  );
  return { cap: CAP, counts: Object.fromEntries(counted.map(({ view, count }) => [view, count])) };
}

/** Those that every workspace has and those of its teams and channels, and the queries of the saved ones. */
async function fixedCounts(tx: Tx, actor: Actor): Promise<Fixed[]> {
  const { text, values } = fixedStatement(actor);
  return await prepared(tx, { name: 'view_counts', text, values });
}

/** The one statement for everybody, so that its plan can be looked at. */
export function fixedStatement(actor: Actor): { text: string; values: unknown[] } {
  const values = new Values(actor);
  const builtIn = builtInViews.map((view) => {
    const selection = selectionOf(scopeOf(view), values);
    return `select '${view}' as view, ${countOf({ selection, values, limit: CAP })} as count, null as query`;
  });
  const saved = `select 'saved-' || v.id, null, v.query from saved_views v
    where v.workspace_id = ${values.workspace} and (v.owner_id is null or v.owner_id = ${values.asker})`;
  const parts = [...builtIn, eachOf('team', values), eachOf('channel', values), saved];
  return { text: parts.join('\n union all '), values: values.list };
}

function eachOf(kind: 'team' | 'channel', values: Values): string {
  const { teamId: _, channelId: __, ...scope } = scopeOf(`${kind}-`);
  const { conditions, ...selection } = selectionOf(scope, values);
  const own = { ...selection, conditions: [...conditions, `c.${kind}_id = t.id`] };
  return `select '${kind}-' || t.id, ${countOf({ selection: own, values, limit: CAP })}, null
    from ${kind}s t where t.workspace_id = ${values.workspace}`;
}

async function savedCounts(
  tx: Tx,
  actor: Actor,
  { saved, zone }: { saved: readonly Fixed[]; zone: string },
): Promise<Counted[]> {
  if (saved.length === 0) return [];
  await planAnew(tx);
  const values = new Values(actor);
  const queries = saved.map(({ query }) => query ?? '');
  const asked = await askedForSaved(tx, actor, { queries, zone, values });
  const words = asked.find(({ needles }) => needles !== null);
  const span = words && (await searchSpan(tx, actor.workspaceId, words.now));
  const each = asked.map((one, index) => {
    const selection = span ? countable(one, span) : one.selection;
    const count = countOf({ selection, values, limit: CAP });
    return `select '${saved[index]?.view}' as view, ${count} as count`;
  });
  return await prepared(tx, { text: each.join('\n union all '), values: values.list });
}
