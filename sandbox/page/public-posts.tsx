import { useState } from 'react';
import { act, useResource } from './live';
import type { Between, Post, Posts } from './network-types';
import { Ago, Face, Panel, Said } from './parts';

type Props = { between: Between; onMessage: (postId: string) => void };

/** What the two say to each other where everybody can read it. */
export function PublicPosts({ between, onMessage }: Props) {
  const { person, account } = between;
  const { data } = useResource<Posts>(
    `/sandbox/posts?person=${person.id}&account=${account.id}`,
    'post.',
  );
  const [answering, setAnswering] = useState<{ post: Post; how: 'inReplyTo' | 'quotes' }>();
  const posts = data?.posts ?? [];
  return (
    <Panel title="In public">
      <PostForm
        key={answering?.post.id ?? `${person.id}:${account.id}`}
        between={between}
        answering={answering}
        onDone={() => setAnswering(undefined)}
      />
      {data && posts.length === 0 && <p className="faint small">No posts between the two.</p>}
      {posts.map((post) => (
        <article
          key={post.id}
          className="post"
          aria-label={
            post.authorId === person.id ? `${person.name} posted` : `@${account.username} posted`
          }
        >
          <header>
            <Face person={post.authorId === person.id ? person : account} small />
            <span className="strong">
              {post.authorId === person.id ? person.name : account.name}
            </span>
            <Ago at={post.at} />
          </header>
          <bdi dir="auto">{post.text}</bdi>
          <div className="ways">
            {post.deepLinkTo === account.id && (
              <button type="button" className="chip go" onClick={() => onMessage(post.id)}>
                Send a private message
              </button>
            )}
            {post.authorId === account.id && (
              <>
                <button
                  type="button"
                  className="chip"
                  onClick={() => setAnswering({ post, how: 'inReplyTo' })}
                >
                  Reply
                </button>
                <button
                  type="button"
                  className="chip"
                  onClick={() => setAnswering({ post, how: 'quotes' })}
                >
                  Quote
                </button>
              </>
            )}
          </div>
        </article>
      ))}
    </Panel>
  );
}

type FormProps = {
  between: Between;
  answering: { post: Post; how: 'inReplyTo' | 'quotes' } | undefined;
  onDone: () => void;
};

const buttonWords = {
  inReplyTo: 'Reply in public',
  quotes: 'Quote in public',
  none: 'Post in public',
};

function PostForm({ between, answering, onDone }: FormProps) {
  const { person, account } = between;
  const start = answering?.how === 'quotes' ? '' : `@${account.username} `;
  const [text, setText] = useState(start);
  const [refusal, setRefusal] = useState<string>();
  async function publish() {
    const problem = await act('POST', '/sandbox/posts', {
      from: person.id,
      text,
      ...(answering ? { [answering.how]: answering.post.id } : {}),
    });
    setRefusal(problem);
    if (problem) return;
    setText(start);
    onDone();
  }
  return (
    <form
      className="posting"
      onSubmit={(event) => {
        event.preventDefault();
        void publish();
      }}
    >
      <textarea
        aria-label={`Post in public as ${person.name}`}
        dir="auto"
        rows={2}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {refusal && <Said>{refusal}</Said>}
      <div className="ways">
        <button type="submit" className="chip" disabled={!text.trim()}>
          {buttonWords[answering?.how ?? 'none']}
        </button>
        {answering && (
          <button type="button" className="chip" onClick={onDone}>
            Cancel
          </button>
        )}
      </div>
    </form>
  );
}
