'use client';

import { pagesOf } from '@/lib/domain/channel/links';
import { networkName } from '@/lib/domain/channel/network-name';
import type { PostReference, PublicPost } from '@/lib/domain/conversation/post';
import type { MessageItem } from '@/lib/queries/inbox/thread-views';
import { Icon } from '../ui/icon';
import type { Conversation } from './conversation';

const pill =
  'flex h-5 shrink-0 items-center gap-1 rounded-sm bg-(--public-wash) px-1.5 font-strong text-fact text-(--public-ink)';

/** In the header: that everyone reads this, and the way to it. */
export function InPublic({ conversation }: { conversation: Conversation }) {
  const { channel, publicThread } = conversation;
  const to = publicThread && pagesOf(channel.network)?.post(publicThread);
  const words = (
    <>
      <Icon name="globe" size={13} />
      Public
    </>
  );
  if (!to) return <span className={pill}>{words}</span>;
  const hint = `Open the post on ${networkName(channel.network)}`;
  return (
    <a
      href={to}
      target="_blank"
      rel="noreferrer"
      title={hint}
      className={`${pill} hover:underline hover:underline-offset-2`}
    >
      {words}
      <span className="sr-only">. {hint}</span>
    </a>
  );
}

/** How many follow the author of a post: so many may have read it. */
export function Reach({ conversation }: { conversation: Conversation }) {
  const count = conversation.contact.followerCount;
  if (conversation.kind !== 'public' || count === null) return null;
  return <> · {`${count.toLocaleString('en-GB')} ${count === 1 ? 'follower' : 'followers'}`}</>;
}

/** What a post answers or quotes, above it: nobody should have to guess what it is about. */
export function PostContext({
  message,
  conversation,
}: {
  message: MessageItem;
  conversation: Conversation;
}) {
  const { post, kind } = message;
  // Ours stands right under what it answers.
  if (!post || kind !== 'inbound') return null;
  return (
    <>
      <Referred how="Answers" reference={post.answers} conversation={conversation} post={post} />
      <Referred how="Quotes" reference={post.quotes} conversation={conversation} post={post} />
    </>
  );
}

function Referred({
  how,
  reference,
  conversation,
  post,
}: {
  how: 'Answers' | 'Quotes';
  reference: PostReference | undefined;
  conversation: Conversation;
  post: PublicPost;
}) {
  if (!reference) return null;
  const { channel } = conversation;
  const to = pagesOf(channel.network)?.post(reference.externalId);
  const calling = how === 'Answers' ? 'answered' : 'quoted';
  const handle = reference.handle ?? (post.calling === calling ? channel.handle : undefined);
  return (
    <blockquote
      cite={to}
      className="max-w-full border-line-strong border-l-2 py-0.5 pl-2.5 text-fact text-ink-2"
    >
      <p className="text-ink-3">
        {how}{' '}
        {to ? (
          <a href={to} target="_blank" rel="noreferrer" className="underline underline-offset-2">
            {handle ? <bdi>@{handle}</bdi> : 'another post'}
          </a>
        ) : null}
      </p>
      {reference.text ? (
        <p dir="auto" className="line-clamp-3 [overflow-wrap:anywhere]">
          <bdi>{reference.text}</bdi>
        </p>
      ) : null}
    </blockquote>
  );
}
