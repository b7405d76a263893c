import 'server-only';
import { prepared, withWorkspace } from '@/db/client';
import type { channelStatuses } from '@/db/schema/channels';
import type { Actor } from '@/lib/domain/access/can';
import type { DoorWay } from '@/lib/domain/channel/door';
import type { Door } from '@/lib/domain/permissions/x-rules';
import { requirePermission } from '../permission';

/** A change of a door. `by` is null when whoever did it is not told of any more. */
export type DoorChangeView = {
  seq: number;
  at: string;
  from: Door | null;
  to: Door;
  how: DoorWay;
  by: string | null;
};

/** What was asked of the network and is not settled. `failed`: nobody tries it by itself any more. */
type DoorOrderView = {
  door: Door | null;
  by: string;
  at: string;
  problem: string | null;
  failed: boolean;
};

/** The door of one channel as we know it. Instants are ISO 8601. */
export type ChannelDoorView = {
  id: string;
  network: string;
  handle: string;
  name: string;
  externalId: string;
  status: (typeof channelStatuses)[number];
  door: Door | null;
  since: string | null;
  /** When somebody or the network last said so. */
  seenAt: string | null;
  order: DoorOrderView | null;
  /** The newest twenty changes, the newest first. */
  history: DoorChangeView[];
};

/** The door of every channel that is not disconnected, in the order in which they were connected. */
export async function doorList(actor: Actor): Promise<ChannelDoorView[]> {
  requirePermission(actor, 'door.read');
  return await withWorkspace(
    actor.workspaceId,
    (tx) =>
      prepared<ChannelDoorView>(tx, {
        name: 'door_list',
        text: doorListText,
        values: [actor.workspaceId],
      }),
    'read',
  );
}

const iso = (instant: string) =>
  `to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const doorListText = `
  select channel.id, channel.network, channel.handle, channel.name,
    channel.external_id as "externalId", channel.status, channel.door,
    ${iso('channel.door_at')} as since, ${iso('channel.door_seen_at')} as "seenAt",
    (select jsonb_build_object('door', wanted.door, 'by', asker.name, 'at', ${iso('wanted.asked_at')},
        'problem', wanted.problem, 'failed', wanted.failed_at is not null)
      from door_orders wanted
      join members asker on asker.workspace_id = wanted.workspace_id and asker.id = wanted.asked_by
      where wanted.workspace_id = channel.workspace_id and wanted.channel_id = channel.id) as "order",
    coalesce((select jsonb_agg(jsonb_build_object('seq', change.seq, 'at', ${iso('change.at')},
        'from', change.data->>'from', 'to', change.data->>'to', 'how', change.data->>'how',
        'by', who.name) order by change.seq desc)
      from (select * from events where workspace_id = channel.workspace_id
          and channel_id = channel.id and type = 'channel.door' order by seq desc limit 20) change
      left join members who on who.workspace_id = change.workspace_id and who.id = change.member_id
    ), '[]'::jsonb) as history
  from channels channel
  where channel.workspace_id = $1 and channel.status <> 'disconnected'
  order by channel.created_at, channel.id`;
