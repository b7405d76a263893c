import type { Story } from '@/sandbox/story';
import type { Tx } from '../client';
import { handoffs } from '../schema/handoffs';
import type { House } from './house';
import type { Laid } from './laid';
import type { Rows } from './rows';

type Told = {
  story: Story;
  house: House;
  rows: Rows;
  laid: readonly Laid[];
  mentions: readonly Laid[];
};

/** Whoever was invited in public and has written in private since, in the story. */
export async function seedHandoffs(
  tx: Tx,
  { story, house, rows, laid, mentions }: Told,
): Promise<void> {
  const invited = story.posts.filter(({ deepLinkTo }) => deepLinkTo !== null);
  const found = invited.flatMap((post) => {
    const mention = mentions.find((one) =>
      one.messages.some(({ externalId }) => externalId === post.id),
    );
    const talk = laid.find(({ username }) => username === mention?.username);
    const row = rows.conversations.find(({ id }) => id === mention?.id);
    const at = mention?.messages.findIndex(({ externalId }) => externalId === post.id) ?? -1;
    const arrived = talk?.messages.find((one) => one.kind === 'inbound' && one.at > post.at);
    const startedAt = mention?.messages[0]?.at;
    if (!mention || !talk || !row || !startedAt) return [];
    return [
      {
        workspaceId: house.workspaceId,
        id: house.idAt(post.at),
        channelId: row.channelId,
        identityId: row.identityId,
        publicId: mention.id,
        privateId: arrived ? talk.id : null,
        how: 'invited' as const,
        byId: house.memberId(mention.owner ?? 'Priya'),
        messageId: mention.messageIds[at] ?? null,
        startedAt: startedAt.toISOString(),
        invitedAt: post.at.toISOString(),
        arrivedAt: arrived?.at.toISOString() ?? null,
        matchedBy: arrived ? ('link' as const) : null,
      },
    ];
  });
  if (found.length > 0) await tx.insert(handoffs).values(found);
}
