import type { Tx } from '../client';
import { messageLinks } from '../schema/links';
import type { House } from './house';
import { DAY_MS } from './standing';

/** Where the brand's own site leads to a message; one a place. */
const kept = [
  {
    account: 'brand',
    name: 'Contact page',
    reference: 'K7M2PQ',
    firstWords: 'Hello, I have a question.',
    clicks: 214,
  },
  {
    account: 'support',
    name: 'Order confirmation e-mail',
    reference: 'W3HNTD',
    firstWords: 'Hello, about my order:',
    clicks: 61,
  },
] as const;

/** The links that the demo's site carries. `channelFor` answers a channel by which account it is. */
export async function seedLinks(
  tx: Tx,
  { workspaceId, memberId, idAt }: House,
  { channelFor, now }: { channelFor: (account: 'brand' | 'support') => string; now: Date },
): Promise<void> {
  const at = new Date(now.getTime() - 30 * DAY_MS);
  await tx.insert(messageLinks).values(
    kept.map(({ account, ...link }) => ({
      ...link,
      workspaceId,
      id: idAt(at),
      channelId: channelFor(account),
      createdBy: memberId('Sunniva'),
      createdAt: at.toISOString(),
    })),
  );
}
