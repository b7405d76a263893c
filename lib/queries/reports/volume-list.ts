import 'server-only';
import type { Tx } from '@/db/client';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { boundsOf } from '@/lib/domain/reports/period';
import type { VolumeAsked, VolumeKind } from '@/lib/domain/reports/volume';
import { contactName, iso } from '../inbox/columns';
import { fromCursor, toCursor } from '../inbox/cursor';
import { requirePermission } from '../permission';
import { cameIn } from './volume';

/** A conversation that a number counted: when it began or came back, or when its last message of that time came. */
export type VolumeLine = {
  conversationId: string;
  contact: string;
  channel: string;
  at: string;
  cameBack: boolean;
  /** Customers' messages in it within the time; 1 for a beginning. */
  count: number;
};

export type VolumePage = { lines: VolumeLine[]; after: string | null };

export type VolumeListAsked = VolumeAsked & { kind: VolumeKind; after: string | null };

const pageSize = 50;

/** The conversations behind a number, the newest first. */
export async function volumePage(actor: Actor, asked: VolumeListAsked): Promise<VolumePage> {
  requirePermission(actor, 'report.read');
  const rows = await withWorkspace(
    actor.workspaceId,
    (tx) => volumeLines(tx, actor, { asked, limit: pageSize + 1 }),
    'ask',
  );
  const lines = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? lines.at(-1) : undefined;
  return { lines, after: last ? toCursor([last.at, last.conversationId]) : null };
}

/** One line a conversation for what came in, one a beginning for what began. */
const occurrences = {
  received: `select conversation_id, channel_id, max(at) as at, false as came_back, count(*)::int as count
    from (${cameIn}) came where received = 1 group by 1, 2`,
  started: `select conversation_id, channel_id, at, returned = 1 as came_back, 1 as count
    from (${cameIn}) came where begun = 1 or returned = 1`,
  returned: `select conversation_id, channel_id, at, true as came_back, 1 as count
    from (${cameIn}) came where returned = 1`,
} as const satisfies Record<VolumeKind, string>;

export async function volumeLines(
  tx: Tx,
  { workspaceId }: Actor,
  { asked, limit }: { asked: VolumeListAsked; limit: number },
): Promise<VolumeLine[]> {
  const { period, zone, channel, kind, after } = asked;
  const { from, until } = boundsOf(period, zone);
  const [at, id] = after === null ? [null, null] : fromCursor(after, ['instant', 'uuid']);
  return await prepared<VolumeLine>(tx, {
    text: `
      select o.conversation_id as "conversationId", ${contactName} as contact, h.handle as channel,
        ${iso('o.at')} as at, o.came_back as "cameBack", o.count
      from (
        select * from (${occurrences[kind]}) each_one
        where $5::timestamptz is null or (at, conversation_id) < ($5::timestamptz, $6::uuid)
        order by at desc, conversation_id desc limit $7
      ) o
      join conversations c on c.workspace_id = $1 and c.id = o.conversation_id
      join identities i on i.workspace_id = c.workspace_id and i.id = c.identity_id
      join channels h on h.workspace_id = $1 and h.id = o.channel_id
      order by o.at desc, o.conversation_id desc`,
    values: [workspaceId, from, until, channel, at, id, limit],
  });
}
