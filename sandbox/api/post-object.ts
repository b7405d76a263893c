import type { Person, Post } from '../core/entities';
import type { World } from '../core/world';
import { personByUsername } from '../core/world';
import { mentionsIn, wireText } from './wire-text';

export const postFields = [
  'article',
  'attachments',
  'author_id',
  'card_uri',
  'community_id',
  'context_annotations',
  'conversation_id',
  'created_at',
  'display_text_range',
  'edit_controls',
  'edit_history_post_ids',
  'edit_history_tweet_ids',
  'entities',
  'geo',
  'id',
  'in_reply_to_user_id',
  'lang',
  'non_public_metrics',
  'note_post',
  'note_tweet',
  'organic_metrics',
  'possibly_sensitive',
  'promoted_metrics',
  'public_metrics',
  'referenced_posts',
  'referenced_tweets',
  'reply_settings',
  'scopes',
  'source',
  'text',
  'withheld',
] as const;

export const postExpansions = [
  'attachments.media_keys',
  'author_id',
  'edit_history_post_ids',
  'edit_history_tweet_ids',
  'entities.mentions.username',
  'in_reply_to_user_id',
  'referenced_posts',
  'referenced_posts.author_id',
  'referenced_tweets.id',
  'referenced_tweets.id.author_id',
];

/** Everything the API can say about a post, in the newer names or the older ones. */
export function wholePost(world: World, post: Post, names: 'posts' | 'tweets') {
  const { text, urls } = wireText(post.text, post.id, world.settings.escapeText);
  const mentions = mentionsIn(text).flatMap((mention) => {
    const person = personByUsername(world, mention.username);
    return person ? [{ ...mention, id: person.id }] : [];
  });
  const entities = filled({ mentions, urls });
  return {
    id: post.id,
    text,
    [names === 'posts' ? 'edit_history_post_ids' : 'edit_history_tweet_ids']: [post.id],
    author_id: post.authorId,
    created_at: post.at,
    conversation_id: threadRootOf(world, post),
    ...referencesOf(world, post, names),
    ...(Object.keys(entities).length > 0 ? { entities } : {}),
    lang: 'und',
    possibly_sensitive: false,
    public_metrics: {
      [names === 'posts' ? 'repost_count' : 'retweet_count']: 0,
      ...metrics(world, post),
    },
    reply_settings: 'everyone',
  };
}

function referencesOf(world: World, post: Post, names: 'posts' | 'tweets') {
  const answered = world.posts.get(post.replyToId ?? '');
  const references = [
    ...(post.replyToId ? [{ type: 'replied_to', id: post.replyToId }] : []),
    ...(post.quotesId ? [{ type: 'quoted', id: post.quotesId }] : []),
  ];
  return {
    ...(answered ? { in_reply_to_user_id: answered.authorId } : {}),
    ...filled({ [names === 'posts' ? 'referenced_posts' : 'referenced_tweets']: references }),
  };
}

/** Empty lists are left out, as on the real network. */
function filled(lists: Record<string, unknown[]>) {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}

/** A post with what was asked for. */
export function postObject(
  world: World,
  post: Post,
  fields: ReadonlySet<string>,
  names: 'posts' | 'tweets',
) {
  const always = ['id', 'text', 'edit_history_post_ids', 'edit_history_tweet_ids'];
  const kept = Object.entries(wholePost(world, post, names)).filter(
    ([name]) => always.includes(name) || fields.has(name),
  );
  return Object.fromEntries(kept);
}

export function namedIn(world: World, post: Post): Person[] {
  return mentionsIn(post.text).flatMap(({ username }) => personByUsername(world, username) ?? []);
}

/** That a post is gone, and whom it had concerned: afterwards nothing tells. */
export function deletionOf(world: World, post: Post) {
  const spokenTo = [post.replyToId, post.quotesId].flatMap(
    (id) => world.posts.get(id ?? '')?.authorId ?? [],
  );
  const concerned = [...namedIn(world, post).map(({ id }) => id), ...spokenTo];
  return { kind: 'post.deleted', id: post.id, authorId: post.authorId, concerned } as const;
}

function threadRootOf(world: World, post: Post): string {
  let root = post;
  for (let steps = 0; root.replyToId !== undefined && steps < 100; steps++) {
    const above = world.posts.get(root.replyToId);
    if (!above) return root.replyToId;
    root = above;
  }
  return root.id;
}

function metrics(world: World, post: Post) {
  const others = [...world.posts.values()];
  return {
    reply_count: others.filter(({ replyToId }) => replyToId === post.id).length,
    like_count: 0,
    quote_count: others.filter(({ quotesId }) => quotesId === post.id).length,
    bookmark_count: 0,
    impression_count: 0,
  };
}
