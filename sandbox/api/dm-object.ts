import type { Media, Message } from '../core/entities';
import type { World } from '../core/world';
import { conversationIdOf } from '../core/world';
import type { Call } from './endpoint';
import { namesOf } from './parameters';
import { postFields } from './post-object';
import { userFields, userObject } from './user-object';
import { mentionsIn, shortLink, wireText } from './wire-text';

const eventFields = [
  'attachments',
  'created_at',
  'dm_conversation_id',
  'entities',
  'event_type',
  'id',
  'participant_ids',
  'referenced_posts',
  'referenced_tweets',
  'sender_id',
  'text',
];
const expansions = [
  'attachments.media_keys',
  'participant_ids',
  'referenced_posts',
  'referenced_tweets.id',
  'sender_id',
];
const mediaFields = [
  'alt_text',
  'duration_ms',
  'height',
  'media_key',
  'non_public_metrics',
  'organic_metrics',
  'preview_image_url',
  'promoted_metrics',
  'public_metrics',
  'type',
  'url',
  'variants',
  'width',
];

export type DmView = {
  fields: Set<string>;
  expand: Set<string>;
  users: Set<string>;
  media: Set<string>;
};

export function dmViewOf(call: Call): DmView {
  namesOf(call, 'post.fields', postFields);
  namesOf(call, 'tweet.fields', postFields);
  return {
    fields: namesOf(call, 'dm_event.fields', eventFields),
    expand: namesOf(call, 'expansions', expansions),
    users: namesOf(call, 'user.fields', userFields),
    media: namesOf(call, 'media.fields', mediaFields),
  };
}

/** A key whose number says what it is. */
export function mediaKeyOf({ id, kind }: Pick<Media, 'id' | 'kind'>): string {
  return `${{ image: 3, gif: 16, video: 7 }[kind]}_${id}`;
}

/** Where the two of a message fetch its file. */
export function mediaUrl(origin: string, message: Message, media: Media): string {
  return `${origin}/2/dm_conversations/media/${message.id}/${media.id}/1`;
}

export type WireMessage = { text: string; entities: Record<string, unknown[]> };

/** Text and entities as they leave the network: with a link of its own for each attachment. */
export function wireMessage(world: World, message: Message): WireMessage {
  const { text, urls } = wireText(message.text, message.id, world.settings.escapeText);
  const mentions = mentionsIn(text);
  const attached = message.mediaId === undefined ? [] : [shortLink(`${message.id}:media`)];
  return {
    text: [text, ...attached].filter(Boolean).join(' '),
    entities: {
      ...(urls.length > 0 ? { urls } : {}),
      ...(mentions.length > 0 ? { mentions } : {}),
    },
  };
}

/** A message as a look-up shows it: id, type and text, and what was asked for. */
export function dmEventObject(world: World, message: Message, { fields, expand }: DmView) {
  const { text, entities } = wireMessage(world, message);
  const media = world.media.get(message.mediaId ?? '');
  const wants = (name: string) =>
    fields.has(name) || expand.has(name) || [...expand].some((each) => each.startsWith(`${name}.`));
  return {
    id: message.id,
    event_type: 'MessageCreate',
    text,
    ...(wants('created_at') ? { created_at: message.at } : {}),
    ...(wants('sender_id') ? { sender_id: message.fromId } : {}),
    ...(wants('dm_conversation_id')
      ? { dm_conversation_id: conversationIdOf(message.fromId, message.toId) }
      : {}),
    ...(wants('attachments') && media ? { attachments: { media_keys: [mediaKeyOf(media)] } } : {}),
    ...(fields.has('entities') && Object.keys(entities).length > 0 ? { entities } : {}),
  };
}

/** What the page of messages refers to, each thing once. */
export function dmIncludes(call: Call, messages: readonly Message[], view: DmView) {
  const { world } = call.sandbox;
  const senders = view.expand.has('sender_id')
    ? [...new Set(messages.map(({ fromId }) => fromId))]
    : [];
  const users = senders.flatMap((id) => {
    const person = world.people.get(id);
    return person ? [userObject(world, person, view.users, call.accountId)] : [];
  });
  const media = view.expand.has('attachments.media_keys')
    ? messages.flatMap((message) => mediaObject(call, message, view.media))
    : [];
  return { ...(users.length > 0 ? { users } : {}), ...(media.length > 0 ? { media } : {}) };
}

function mediaObject(call: Call, message: Message, fields: ReadonlySet<string>) {
  const media = call.sandbox.world.media.get(message.mediaId ?? '');
  if (!media) return [];
  const url = mediaUrl(call.asked.url.origin, message, media);
  const { kind, width, height, mimeType } = media;
  const variant = { bit_rate: 832_000, content_type: mimeType, url };
  return [
    {
      media_key: mediaKeyOf(media),
      type: { image: 'photo', gif: 'animated_gif', video: 'video' }[kind],
      ...(fields.has('url') && kind !== 'video' ? { url } : {}),
      ...(fields.has('variants') && kind === 'video' ? { variants: [variant] } : {}),
      ...(fields.has('width') && width !== undefined ? { width } : {}),
      ...(fields.has('height') && height !== undefined ? { height } : {}),
    },
  ];
}
