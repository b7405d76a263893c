import 'server-only';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import type { Door } from '@/lib/domain/permissions/x-rules';
import { env } from '@/lib/env';
import { requirePermission } from '../permission';

/** A "message us" link with what came of it. */
export type LinkView = {
  id: string;
  name: string;
  /** The whole public address. */
  address: string;
  firstWords: string;
  reference: string;
  archived: boolean;
  clicks: number;
  conversations: number;
  channel: { id: string; handle: string; network: string; door: Door | null; live: boolean };
};

type Row = Omit<LinkView, 'address'>;

/** The workspace's links: those in use by name, then the archived ones. */
export async function linkList(actor: Actor): Promise<LinkView[]> {
  requirePermission(actor, 'door.read');
  const rows = await withWorkspace(
    actor.workspaceId,
    (tx) =>
      prepared<Row>(tx, {
        name: 'link_list',
        text: `
          select link.id, link.name, link.reference, link.first_words as "firstWords",
            link.archived_at is not null as archived, link.clicks,
            (select count(*)::int from conversation_origins origin
              where origin.workspace_id = link.workspace_id and origin.link_id = link.id) as conversations,
            json_build_object('id', channel.id, 'handle', channel.handle, 'network', channel.network,
              'door', channel.door, 'live', channel.status <> 'disconnected') as channel
          from message_links link join channels channel
            on channel.workspace_id = link.workspace_id and channel.id = link.channel_id
          where link.workspace_id = $1
          order by archived, lower(link.name), link.id`,
        values: [actor.workspaceId],
      }),
    'read',
  );
  return rows.map((row) => ({ ...row, address: `${env().APP_URL}/m/${row.reference}` }));
}
