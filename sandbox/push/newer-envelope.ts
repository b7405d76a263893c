import { createHash } from 'node:crypto';
import { namedIn, wholePost } from '../api/post-object';
import { codePoints } from '../api/wire-text';
import type { Message, Signal } from '../core/entities';
import type { World } from '../core/world';
import { appId, messageEvent } from './message-payload';
import { newerUser, peopleOf } from './people-payload';

type Inside = { payload: unknown; includes?: unknown };

/** One event in the envelope of the activity API. `signals` are several only when one list carries them together. */
export function newerEvent(world: World, signals: readonly Signal[], origin: string) {
  const [first] = signals;
  if (!first) throw new Error('a delivery without an event');
  const inside = insideOf(world, signals, first, origin);
  return {
    event_uuid: first.uuid,
    filter: first.userId === undefined ? {} : { user_id: first.userId },
    event_type: first.type,
    ...(first.tag ? { tag: first.tag } : {}),
    ...inside,
  };
}

function insideOf(world: World, signals: readonly Signal[], first: Signal, origin: string): Inside {
  if (first.type.startsWith('dm.')) return { payload: messages(world, signals, origin) };
  if (first.type.startsWith('chat.')) return { payload: encryptedMessage(world, first) };
  if (first.type === 'oauth.revoke') {
    const date_time = first.at.replace(/\.\d+Z$/, '+00:00');
    return { payload: { date_time, user_id: first.subject, app_id: appId } };
  }
  if (first.type === 'post.delete') {
    const [author_id, id] = first.subject.split('>');
    return { payload: { id, author_id } };
  }
  if (first.type.startsWith('post.')) return postInside(world, first);
  return { payload: pairOf(world, first.subject) };
}

function messages(world: World, signals: readonly Signal[], origin: string) {
  const all = signals.flatMap(({ subject }) => world.messages.get(subject) ?? []);
  const people = peopleOf(
    world,
    all.flatMap(({ fromId, toId }) => [fromId, toId]),
  );
  return {
    direct_message_events: all.map((message) => messageEvent(world, message, origin, false)),
    users: Object.fromEntries(
      people.map((person) => [person.id, { data: newerUser(world, person) }]),
    ),
  };
}

/** What can be seen of an encrypted message from outside: who, when, and bytes that say nothing. */
function encryptedMessage(world: World, { subject }: Signal) {
  const message = world.messages.get(subject);
  if (!message) return {};
  return {
    conversation_token: opaque(message, 'token', 60),
    id: uuidOf(message),
    created_at_msec: String(Date.parse(message.at)),
    sender_id: message.fromId,
    conversation_id: `${message.fromId}:${message.toId}`,
    conversation_key_version: String(Date.parse(message.at) - 1_000_000),
    encoded_event: opaque(message, 'event', 180),
    conversation_key_change_event: opaque(message, 'key', 90),
    message_event_signature: {
      public_key_version: String(Date.parse(message.at) - 2_000_000),
      signature: opaque(message, 'signature', 86),
      signature_version: '7',
      signing_public_key: opaque(message, 'signer', 120),
    },
  };
}

function opaque({ id, text }: Message, use: string, length: number): string {
  const bytes = Array.from({ length: 4 }, (_, turn) =>
    createHash('sha512').update(`${id}:${text}:${use}:${turn}`).digest('base64'),
  );
  return bytes.join('').replace(/=/g, '').slice(0, length);
}

function uuidOf({ id }: Message): string {
  const hex = createHash('sha256').update(id).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function postInside(world: World, { type, subject }: Signal): Inside {
  const post = world.posts.get(subject);
  if (!post) return { payload: { id: subject } };
  const whole = wholePost(world, post, 'tweets');
  const payload = {
    ...whole,
    ...(post.replyToId ? { in_reply_to_tweet_id: post.replyToId } : {}),
    paid_partnership: false,
    display_text_range: [0, codePoints(whole.text)],
    edit_controls: {
      edits_remaining: 5,
      edits_remaining_str: '5',
      is_edit_eligible: true,
      editable_until: new Date(Date.parse(post.at) + 3_600_000).toISOString(),
    },
  };
  // Only mentions bring their people along; for answers and quotes the receiver has to look them up.
  if (type !== 'post.mention.create') return { payload, includes: {} };
  const people = peopleOf(world, [post.authorId, ...namedIn(world, post).map(({ id }) => id)]);
  return { payload, includes: { users: people.map((person) => newerUser(world, person)) } };
}

function pairOf(world: World, subject: string) {
  const [fromId = '', toId = ''] = subject.split('>');
  const [source] = peopleOf(world, [fromId]);
  const [target] = peopleOf(world, [toId]);
  return {
    ...(source ? { source: { data: newerUser(world, source) } } : {}),
    ...(target ? { target: { data: newerUser(world, target) } } : {}),
  };
}
