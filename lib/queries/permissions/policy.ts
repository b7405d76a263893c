import 'server-only';
import { sql } from 'drizzle-orm';
import { withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import type { BrandPolicy } from '@/lib/domain/permissions/input';
import type { PolicyRow } from '@/lib/domain/permissions/policy';
import { offersOf, outreachOf, policyOf } from '@/lib/domain/permissions/policy';
import { requirePermission } from '../permission';

/** What counts somewhere, and which groups are said there and not taken from further up. */
export type PolicyView = BrandPolicy & { own: { offers: boolean; outreach: boolean } };

export type PoliciesView = {
  workspace: PolicyView;
  channels: { id: string; handle: string; network: string; policy: PolicyView }[];
};

/** What the brand allows itself, for the workspace and for each channel that is not gone. */
export async function policies(actor: Actor): Promise<PoliciesView> {
  requirePermission(actor, 'policy.manage');
  const { workspaceId } = actor;
  const { rows } = await withWorkspace(
    workspaceId,
    (tx) =>
      tx.execute<Row>(sql`
        select channel.id, channel.handle, channel.network, to_jsonb(policy) as policy
        from (
          select id, handle, network, created_at from channels
            where workspace_id = ${workspaceId} and status <> 'disconnected'
          union all select ${workspaceId}::uuid, null, null, '-infinity'
        ) channel
        left join brand_policies policy on policy.workspace_id = ${workspaceId}
          and policy.scope_id = channel.id
        order by channel.created_at, channel.handle`),
    'read',
  );
  const general = rows.find(({ id }) => id === workspaceId)?.policy ?? undefined;
  return {
    workspace: viewOf(general, undefined),
    channels: rows.flatMap(({ id, handle, network, policy }) =>
      handle === null || network === null
        ? []
        : [{ id, handle, network, policy: viewOf(policy ?? undefined, general) }],
    ),
  };
}

type Row = {
  id: string;
  handle: string | null;
  network: string | null;
  policy: PolicyRow | null;
};

function viewOf(own: PolicyRow | undefined, further: PolicyRow | undefined): PolicyView {
  return {
    ...policyOf(further, own),
    own: {
      offers: own !== undefined && offersOf(own) !== null,
      outreach: own !== undefined && outreachOf(own) !== null,
    },
  };
}
