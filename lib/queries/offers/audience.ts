import 'server-only';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { audience } from '@/lib/offer-audience';
import { contactName } from '../inbox/columns';
import { requirePermission } from '../permission';

/** How many people an offer would be for. */
export type AudiencePreview = {
  /** Who agreed to be sent offers on this channel; of them, who carry one of the labels. */
  agreed: number;
  chosen: number;
  /** How many of those who agreed carry each label, by its id. */
  byLabel: Readonly<Record<string, number>>;
  /** One of the chosen, to show the text as they would read it. */
  sample: { name: string; conversationId: string } | null;
};

export type Audience = { channelId: string; labelIds: readonly string[] };

const asked = z.object({ channelId: z.uuid(), labelIds: z.array(z.uuid()).max(50) });

/** The same before anything is kept, for labels that are being chosen. */
export async function audienceFor(actor: Actor, search: URLSearchParams): Promise<AudiencePreview> {
  requirePermission(actor, 'offer.read');
  const chosen = asked.parse({
    channelId: search.get('channel'),
    labelIds: search.getAll('label'),
  });
  return await withWorkspace(
    actor.workspaceId,
    (tx) => audiencePreview(tx, actor.workspaceId, chosen),
    'read',
  );
}

export async function audiencePreview(
  tx: Tx,
  workspaceId: string,
  { channelId, labelIds }: Audience,
): Promise<AudiencePreview> {
  const [row] = await prepared<AudiencePreview>(tx, {
    name: 'offer_audience',
    text: `
      with agreed as (
        select c.id, c.label_ids, i.id as person, ${contactName} as name,
          $4::uuid[] = '{}' or c.label_ids && $4::uuid[] as is_chosen
        from ${audience}
      )
      select count(*)::int as agreed, count(*) filter (where is_chosen)::int as chosen,
        coalesce((
          select jsonb_object_agg(label, people) from (
            select unnest(label_ids) as label, count(*) as people from agreed group by 1
          ) as labelled), '{}') as "byLabel",
        (select jsonb_build_object('name', name, 'conversationId', id) from agreed
          where is_chosen order by person limit 1) as sample
      from agreed`,
    values: [workspaceId, channelId, [], labelIds],
  });
  if (!row) throw new Error('an aggregate has no row');
  return row;
}
