import { hashOf, seeded } from '@/sandbox/seeded';
import type { Tx } from '../client';
import { notifications } from '../schema/notifications';
import { conversationReads, drafts } from '../schema/together';
import { savedViews } from '../schema/views';
import { keptDrafts, keptViews } from './desk-things';
import type { House } from './house';
import { inBatches } from './in-batches';
import type { Laid } from './laid';
import { noticesOf } from './notices';
import { DAY_MS } from './standing';
import type { Seated } from './team';

/** What lies on the six desks: what each has read, kept, begun to write and not yet heard of. */
export async function seedDesks(
  tx: Tx,
  house: House,
  { laid, now }: { laid: readonly Laid[]; now: Date },
): Promise<void> {
  const reads = house.seated.flatMap((member) =>
    laid.flatMap((each) => readOf(house.workspaceId, { member, laid: each, now })),
  );
  await inBatches(tx, conversationReads, reads);
  await inBatches(tx, savedViews, viewRows(house, now));
  await inBatches(tx, drafts, draftRows(house, laid, now));
  await inBatches(tx, notifications, noticesOf(house, laid, now));
}

type Desk = { member: Seated; laid: Laid; now: Date };

/** Old things everybody has seen; of the last days, mostly one's own. */
function readOf(workspaceId: string, { member, laid, now }: Desk) {
  const upTo = readUpTo({ member, laid, now });
  if (!upTo) return [];
  const { memberId } = member;
  return [{ workspaceId, memberId, conversationId: laid.id, readUpTo: upTo.toISOString() }];
}

/** How much of the last days is read: of one's own conversations, and of the others. */
const readShare = { own: { today: 0.5, before: 0.95 }, other: { today: 0.3, before: 0.75 } };

function readUpTo({ member, laid, now }: Desk): Date | null {
  const [first, last] = [laid.messages[0]?.at ?? now, laid.messages.at(-1)?.at ?? now];
  const ageMs = now.getTime() - last.getTime();
  const chance = seeded(hashOf(`${member.email}:${laid.username}:read`))();
  if (ageMs > 4 * DAY_MS) return last;
  const isOwn = laid.owner === member.first;
  const isNew = ageMs < DAY_MS;
  const seen = chance < readShare[isOwn ? 'own' : 'other'][isNew ? 'today' : 'before'];
  if (seen) return last;
  // They know the beginning and not how it went on.
  return isOwn && first < last ? first : null;
}

function viewRows({ workspaceId, memberId, idAt }: House, now: Date) {
  return keptViews.map(({ by, shared, name, query, sort }, position) => ({
    workspaceId,
    id: idAt(now),
    ownerId: shared ? null : memberId(by),
    createdBy: memberId(by),
    name,
    query,
    sort,
    position,
    createdAt: new Date(now.getTime() - (30 - position) * DAY_MS).toISOString(),
  }));
}

function draftRows({ workspaceId, memberId }: House, laid: readonly Laid[], now: Date) {
  return keptDrafts.flatMap(({ by, to, mode, body }) => {
    const conversation = laid.find(({ username }) => username === to);
    if (!conversation) throw new Error(`nobody called ${to} to draft for`);
    return [
      {
        workspaceId,
        conversationId: conversation.id,
        memberId: memberId(by),
        mode,
        body,
        revision: 1,
        updatedAt: new Date(now.getTime() - 17 * 60_000).toISOString(),
      },
    ];
  });
}
