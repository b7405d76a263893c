import { mentionsIn, wireText } from '../api/wire-text';
import type { Person, Post, Signal } from '../core/entities';
import type { World } from '../core/world';
import { pairKey } from '../core/world';
import { appEntry, appId, messageEvent } from './message-payload';
import { olderUser, peopleOf } from './people-payload';
import { bareNumber } from './wire-json';

type Body = Record<string, unknown>;

/** Events of one account in the envelope of the account activity API. `undefined` when it has no word for them. */
export function olderBody(
  world: World,
  signals: readonly Signal[],
  origin: string,
): Body | undefined {
  const [first] = signals;
  if (first?.type === 'oauth.revoke') return revoke(first);
  const lists: Body = {};
  const people: string[] = [];
  for (const signal of signals) {
    const [list, item, about] = itemOf(world, signal, origin) ?? [];
    if (list === undefined) continue;
    lists[list] = [...((lists[list] as unknown[] | undefined) ?? []), item];
    people.push(...(about ?? []));
  }
  if (Object.keys(lists).length === 0) return undefined;
  const users = peopleOf(world, people).map((person) => [person.id, olderUser(world, person)]);
  const ours = signals.some(({ type }) => type === 'dm.sent');
  return {
    for_user_id: first?.userId,
    ...lists,
    ...(ours ? { apps: appEntry } : {}),
    ...(users.length > 0 ? { users: Object.fromEntries(users) } : {}),
  };
}

type Item = [list: string, item: unknown, about: string[]];

function itemOf(world: World, signal: Signal, origin: string): Item | undefined {
  const { type, subject } = signal;
  if (type === 'dm.received' || type === 'dm.sent') {
    const message = world.messages.get(subject);
    if (!message) return undefined;
    const event = messageEvent(world, message, origin, type === 'dm.sent');
    return ['direct_message_events', event, [message.fromId, message.toId]];
  }
  if (type.startsWith('follow.')) return ['follow_events', pairEvent(world, signal), []];
  if (type.startsWith('block.')) return ['block_events', pairEvent(world, signal), []];
  if (type === 'post.delete') {
    const [user_id = '', id = ''] = subject.split('>');
    const status = { id, user_id };
    return ['tweet_delete_events', { status, timestamp_ms: String(Date.parse(signal.at)) }, []];
  }
  const post = world.posts.get(subject);
  return post ? ['tweet_create_events', olderPost(world, post), []] : undefined;
}

function revoke({ at, subject }: Signal): Body {
  const date_time = at.replace(/\.\d+Z$/, '+00:00');
  return {
    user_event: { revoke: { date_time, target: { app_id: appId }, source: { user_id: subject } } },
  };
}

function pairEvent(world: World, { type, subject, at }: Signal) {
  const [fromId = '', toId = ''] = subject.split('>');
  const [source] = peopleOf(world, [fromId]);
  const [target] = peopleOf(world, [toId]);
  return {
    type: type.split('.')[1],
    created_timestamp: String(Date.parse(at)),
    source: source && olderUser(world, source),
    target: target && olderUser(world, target),
  };
}

function olderPost(world: World, post: Post) {
  const author = world.people.get(post.authorId);
  const answered = world.posts.get(post.replyToId ?? '');
  const { text, urls } = wireText(post.text, post.id, world.settings.escapeText);
  const mentions = mentionsIn(text).flatMap(({ username, start, end }) => {
    const id = world.idsByUsername.get(username.toLowerCase());
    return id
      ? [{ screen_name: username, id: bareNumber(id), id_str: id, indices: [start, end] }]
      : [];
  });
  return {
    created_at: olderDate(post.at),
    ...numberAndText('id', post.id),
    text,
    source: '<a href="https://x.com" rel="nofollow">X Web App</a>',
    truncated: false,
    ...numberAndText('in_reply_to_status_id', post.replyToId),
    ...numberAndText('in_reply_to_user_id', answered?.authorId),
    in_reply_to_screen_name: world.people.get(answered?.authorId ?? '')?.username ?? null,
    user: author && postAuthor(world, author),
    is_quote_status: post.quotesId !== undefined,
    ...quoted(world, post),
    entities: {
      hashtags: [],
      symbols: [],
      user_mentions: mentions,
      urls: urls.map(({ start, end, ...link }) => ({ ...link, indices: [start, end] })),
    },
    user_has_blocked: mentions.some(({ id_str }) =>
      world.blocks.has(pairKey(post.authorId, id_str)),
    ),
    lang: 'und',
    timestamp_ms: String(Date.parse(post.at)),
  };
}

/** What is quoted comes along whole, but for what it quotes itself. */
function quoted(world: World, { quotesId }: Post): Body {
  if (!quotesId) return {};
  const { quotesId: _, ...original } = world.posts.get(quotesId) ?? {};
  return {
    ...numberAndText('quoted_status_id', quotesId),
    ...('id' in original && { quoted_status: olderPost(world, original) }),
  };
}

function postAuthor(world: World, person: Person) {
  return { ...olderUser(world, person), ...numberAndText('id', person.id) };
}

/** Posts carry ids twice: as a number that JavaScript cannot hold, and as text. */
function numberAndText(name: string, id: string | undefined) {
  return { [name]: id === undefined ? null : bareNumber(id), [`${name}_str`]: id ?? null };
}

function olderDate(at: string): string {
  const [day, date, month, year, time] = new Date(at).toUTCString().replace(',', '').split(' ');
  return `${day} ${month} ${date} ${time} +0000 ${year}`;
}
