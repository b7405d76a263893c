import { z } from 'zod';
import type { Calling, PostReference } from '@/lib/domain/conversation/post';
import { storable } from '@/lib/domain/delivery/normalise';
import type { InboundEvent, Person } from '../network';
import { ignored } from './mapper';
import type { XUser } from './payloads';
import { user } from './payloads';
import { toPerson } from './people';
import type { NewerPost, OlderPost, OlderWords, XEntities } from './post-payloads';
import { newerPost, olderDeletion, olderPost, postIncludes, toldPost } from './post-payloads';
import { plainText } from './text';

/** Another post that a post speaks of, and whose it is. */
type Referred = PostReference & { authorId?: string | undefined };

/** A post in one form, whichever envelope brought it. */
type Told = {
  externalId: string;
  author: Person;
  text: string;
  at: Date;
  thread: string;
  /** The ids of those whom it names. */
  names: readonly string[];
  answers: Referred | undefined;
  quotes: Referred | undefined;
  isRepost: boolean;
};

const callings: Readonly<Record<string, Calling>> = {
  'post.mention.create': 'named',
  'post.reply.create': 'answered',
  'post.quote.create': 'quoted',
};

/** A post out of the Activity API, which says by the type of the event how the account comes into it. */
export function toNewerMention(
  raw: { payload: unknown; includes?: unknown },
  { account, type }: { account: string | undefined; type: string },
): InboundEvent {
  const told = toldPost.parse(raw.payload);
  const included = includedIn(raw.includes);
  return toMention(fromNewer(told, included), { account, type, said: callings[type] });
}

/** A post out of the Account Activity API, which leaves it to us to see how the account comes into it. */
export function toOlderMention(raw: unknown, account: string): InboundEvent {
  const told = fromOlder(olderPost.parse(raw));
  return toMention(told, { account, type: 'tweet_create_events', said: undefined });
}

export function toDeletion(raw: unknown, account: string): InboundEvent {
  const { status } = olderDeletion.parse(raw);
  return { kind: 'post_deleted', channelExternalId: account, externalId: status.id };
}

type Seen = { account: string | undefined; type: string; said: Calling | undefined };

function toMention(told: Told, { account, type, said }: Seen): InboundEvent {
  if (!account) return ignored(type, 'for no account');
  if (told.isRepost) return ignored(type, 'reposts are not kept');
  const { externalId, at, thread, answers, quotes } = told;
  const text = quotes ? withoutLinkTo(quotes.externalId, told.text) : told.text;
  const common = {
    kind: 'mention',
    channelExternalId: account,
    externalId,
    threadExternalId: thread,
    text,
    at,
  } as const;
  const references = {
    ...(answers && { answers: withoutAuthor(answers) }),
    ...(quotes && { quotes: withoutAuthor(quotes) }),
  };
  if (told.author.externalId === account) {
    if (!answers?.authorId) return ignored(type, 'our own post, an answer to nobody');
    const participant = {
      externalId: answers.authorId,
      ...(answers.handle && { handle: answers.handle }),
    };
    return { ...common, direction: 'outbound', participant, post: references };
  }
  const calling = said ?? callingOf(told, account);
  if (!calling) return ignored(type, 'does not call the account');
  const summons = said === 'quoted' || quotes?.authorId === account || told.names.includes(account);
  const post = { calling, summons, ...references };
  return { ...common, direction: 'inbound', participant: told.author, post };
}

function callingOf({ answers, quotes, names }: Told, account: string): Calling | undefined {
  if (answers?.authorId === account) return 'answered';
  if (quotes?.authorId === account) return 'quoted';
  return names.includes(account) ? 'named' : undefined;
}

function withoutAuthor({ externalId, handle, text }: Referred): PostReference {
  return { externalId, ...(handle && { handle }), ...(text && { text }) };
}

/** X writes the address of what is quoted behind the words; it is shown as what it is. */
function withoutLinkTo(postId: string, text: string): string {
  const [whole, link] = /\s*(https?:\/\/\S+)\s*$/.exec(text) ?? [];
  const leads = link !== undefined && new RegExp(`/status/${postId}(?:\\D|$)`).test(link);
  return leads ? text.slice(0, text.length - (whole?.length ?? 0)) : text;
}

type Included = { people: readonly Person[]; posts: readonly NewerPost[] };

function includedIn(raw: unknown): Included {
  const { users = [], tweets = [], posts = [] } = postIncludes.parse(raw) ?? {};
  const wrapped = z.object({ data: z.unknown() });
  return {
    people: users.flatMap((one) => {
      const known = user.safeParse(wrapped.safeParse(one).data?.data ?? one).data;
      return known?.id === undefined ? [] : [toPerson(known.id, known)];
    }),
    posts: [...tweets, ...posts].flatMap((one) => newerPost.safeParse(one).data ?? []),
  };
}

function fromNewer(post: z.infer<typeof toldPost>, included: Included): Told {
  const references = [...(post.referenced_posts ?? []), ...(post.referenced_tweets ?? [])];
  const referred = (type: string, authorId?: string | null): Referred | undefined => {
    const externalId = references.find((one) => one.type === type)?.id;
    if (externalId === undefined) return undefined;
    const found = included.posts.find(({ id }) => id === externalId);
    const by = found?.author_id ?? authorId ?? undefined;
    const handle = included.people.find((person) => person.externalId === by)?.handle;
    return {
      externalId,
      authorId: by,
      ...(handle && { handle }),
      ...(found && { text: wordsOf(found) }),
    };
  };
  const whole = post.note_post ?? post.note_tweet;
  return {
    externalId: post.id,
    author: included.people.find(({ externalId }) => externalId === post.author_id) ?? {
      externalId: post.author_id,
    },
    text: wordsOf(post),
    at: post.created_at,
    thread: post.conversation_id ?? post.id,
    names: namesIn(whole?.entities ?? post.entities),
    answers: referred('replied_to', post.in_reply_to_user_id),
    quotes: referred('quoted'),
    isRepost: references.some(({ type }) => type === 'retweeted' || type === 'reposted'),
  };
}

/** The words of a post in v2, whole and with its links in full. */
export function wordsOf(post: NewerPost): string {
  const whole = post.note_post ?? post.note_tweet ?? post;
  return inFull(whole.text, whole.entities);
}

function fromOlder(post: OlderPost): Told {
  const authorId = idOf(post.user);
  const externalId = post.id_str ?? post.id;
  if (!authorId || !externalId) throw missing(authorId ? 'id' : 'user');
  const at = new Date(post.timestamp_ms ?? post.created_at ?? '');
  if (Number.isNaN(at.getTime())) throw missing('created_at');
  const answeredId = post.in_reply_to_status_id_str ?? undefined;
  return {
    externalId,
    author: toPerson(authorId, post.user),
    text: olderWordsOf(post),
    at,
    // v1 names no thread: what it answers is as near as we get.
    thread: answeredId ?? externalId,
    names: namesIn(post.extended_tweet?.entities ?? post.entities),
    answers: answeredId === undefined ? undefined : answeredBy(post, answeredId),
    quotes: quotedBy(post),
    isRepost: post.retweeted_status !== undefined && post.retweeted_status !== null,
  };
}

function answeredBy(post: OlderPost, externalId: string): Referred {
  const handle = post.in_reply_to_screen_name;
  const authorId = post.in_reply_to_user_id_str ?? undefined;
  return { externalId, authorId, ...(handle && { handle: storable(handle) }) };
}

function quotedBy({ quoted_status: quoted, quoted_status_id_str }: OlderPost) {
  const externalId = quoted?.id_str ?? quoted_status_id_str ?? undefined;
  if (externalId === undefined) return undefined;
  const handle = quoted?.user?.screen_name;
  return {
    externalId,
    authorId: quoted?.user && idOf(quoted.user),
    ...(handle && { handle: storable(handle) }),
    ...(quoted && { text: olderWordsOf(quoted) }),
  };
}

function olderWordsOf({ text, full_text, entities, extended_tweet }: OlderWords): string {
  return extended_tweet
    ? inFull(extended_tweet.full_text, extended_tweet.entities)
    : inFull(full_text ?? text, entities);
}

function inFull(text: string, entities: XEntities): string {
  const links = entities?.urls ?? [];
  return plainText(
    text,
    links.map(({ url, expanded_url }) => ({ url, expandedUrl: expanded_url })),
  );
}

function namesIn(entities: XEntities): string[] {
  const named = [...(entities?.mentions ?? []), ...(entities?.user_mentions ?? [])];
  return named.flatMap(({ id, id_str }) => id_str ?? id ?? []);
}

function idOf({ id_str, id }: XUser): string | undefined {
  return id_str ?? id;
}

function missing(field: string) {
  return new z.ZodError([{ code: 'custom', path: [field], message: 'missing', input: undefined }]);
}
