import type { Story } from '@/sandbox/story';
import type { handoffs } from '../schema/handoffs';
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

type Row = typeof handoffs.$inferInsert;

/** Whoever was invited in public and has written in private since, in the story; told on the spine of both. */
export function handoffsIn({ story, house, rows, laid, mentions }: Told): Row[] {
  const invited = story.posts.filter(({ deepLinkTo }) => deepLinkTo !== null);
  return invited.flatMap((post): Row[] => {
    const mention = mentions.find((one) =>
      one.messages.some(({ externalId }) => externalId === post.id),
    );
    const talk = laid.find(({ username }) => username === mention?.username);
    const row = rows.conversations.find(({ id }) => id === mention?.id);
    const startedAt = mention?.messages[0]?.at;
    const arrivedAt = talk?.messages.find((one) => one.kind === 'inbound' && one.at > post.at)?.at;
    if (!mention || !talk || !row || !startedAt || !arrivedAt) return [];
    const at = arrivedAt.toISOString();
    const place = { workspaceId: house.workspaceId, channelId: row.channelId };
    const pair = { publicId: mention.id, privateId: talk.id };
    const told = { ...place, at, type: 'conversation.handed_off' } as const;
    rows.events.push(
      { ...told, conversationId: pair.privateId, data: { from: pair.publicId, matchedBy: 'link' } },
      { ...told, conversationId: pair.publicId, data: { to: pair.privateId, matchedBy: 'link' } },
    );
    const index = mention.messages.findIndex(({ externalId }) => externalId === post.id);
    return [
      {
        ...place,
        ...pair,
        id: house.idAt(post.at),
        identityId: row.identityId,
        how: 'invited',
        byId: house.memberId(mention.owner ?? 'Priya'),
        messageId: mention.messageIds[index] ?? null,
        startedAt: startedAt.toISOString(),
        invitedAt: post.at.toISOString(),
        arrivedAt: at,
        matchedBy: 'link',
      },
    ];
  });
}
