import { useEffect, useRef } from 'react';
import { Composer } from './composer';
import { useResource } from './live';
import type { Between, Media, Message, Thread } from './network-types';
import { Ago, Face } from './parts';

type Props = {
  between: Between;
  startText: string;
  viaPostId: string | undefined;
  onSent: () => void;
};

/** The private conversation as the customer sees it. */
export function PrivateThread({ between, startText, viaPostId, onSent }: Props) {
  const { person, account } = between;
  const { data } = useResource<Thread>(`/sandbox/threads/${account.id}/${person.id}`, 'message.');
  const messages = data?.messages ?? [];
  const end = useRef<HTMLDivElement>(null);
  const lastId = messages.at(-1)?.id;

  useEffect(() => {
    if (lastId) end.current?.scrollIntoView({ block: 'end' });
  }, [lastId]);

  return (
    <main className="thread" aria-label="Private messages">
      <header>
        <Face person={person} small />
        <h2>
          <bdi>{person.name}</bdi>
        </h2>
        <span className="faint extra">writes to @{account.username}</span>
      </header>
      <div
        className="flow"
        role="log"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={`Messages between ${person.name} and @${account.username}`}
      >
        {data && messages.length === 0 && <p className="faint empty">Nothing was said yet.</p>}
        {data && data.total > messages.length && (
          <p className="faint small empty">
            The last {messages.length} of {data.total} messages.
          </p>
        )}
        {messages.map((message) => (
          <Bubble
            key={message.id}
            message={message}
            media={data?.media.find(({ id }) => id === message.mediaId)}
            between={between}
          />
        ))}
        <div ref={end} />
      </div>
      <Composer between={between} startText={startText} viaPostId={viaPostId} onSent={onSent} />
    </main>
  );
}

function Attached({ id, media }: { id: string; media: Media | undefined }) {
  const source = `/sandbox/media/${id}`;
  // biome-ignore lint/a11y/useMediaCaption: what people send each other has no captions
  if (media?.kind === 'video') return <video src={source} controls preload="metadata" />;
  const { width, height } = media ?? {};
  // biome-ignore lint/performance/noImgElement: this page is no Next page
  return <img src={source} alt="" {...(width && height ? { width, height } : {})} />;
}

type BubbleProps = { message: Message; media: Media | undefined; between: Between };

function Bubble({ message, media, between }: BubbleProps) {
  const { person, account } = between;
  const isTheirs = message.fromId === person.id;
  return (
    <article
      className={isTheirs ? 'said us' : 'said'}
      aria-label={`${isTheirs ? person.name : account.name} wrote`}
    >
      {!isTheirs && <Face person={account} small />}
      <div className="b">
        {message.mediaId && <Attached id={message.mediaId} media={media} />}
        {message.text && <bdi dir="auto">{message.text}</bdi>}
      </div>
      <div className="meta">
        <Ago at={message.at} />
        {message.mode === 'request' && <span>as a request</span>}
        {message.encrypted && <span>encrypted</span>}
        {message.viaPostId && <span>from a post</span>}
      </div>
    </article>
  );
}
