import { mediaUrl, wireMessage } from '../api/dm-object';
import { shortLink, wireText } from '../api/wire-text';
import type { Media, Message } from '../core/entities';
import type { World } from '../core/world';
import { personByUsername } from '../core/world';
import { bareNumber } from './wire-json';

const APP_ID = '29820954';

/** A private message as both envelopes carry it inside. */
export function messageEvent(world: World, message: Message, origin: string, withApp: boolean) {
  const { text, entities } = wireMessage(world, message);
  const media = world.media.get(message.mediaId ?? '');
  return {
    type: 'message_create',
    id: message.id,
    created_timestamp: String(Date.parse(message.at)),
    ...(message.viaPostId ? { initiated_via: { tweet_id: message.viaPostId } } : {}),
    message_create: {
      target: { recipient_id: message.toId },
      sender_id: message.fromId,
      ...(withApp ? { source_app_id: APP_ID } : {}),
      message_data: {
        text,
        entities: olderEntities(world, message, entities),
        ...(media ? { attachment: attachment(message, media, origin) } : {}),
      },
    },
  };
}

export const appEntry = {
  [APP_ID]: { id: APP_ID, name: 'Porchlight', url: 'https://porchlight.example' },
};
export const appId = APP_ID;

/** The older names: indices in an array, people as `user_mentions`. */
function olderEntities(world: World, message: Message, entities: Record<string, unknown[]>) {
  const { urls } = wireText(message.text, message.id, world.settings.escapeText);
  const mentions = (entities['mentions'] ?? []) as {
    start: number;
    end: number;
    username: string;
  }[];
  return {
    hashtags: [],
    symbols: [],
    user_mentions: mentions.flatMap(({ start, end, username }) => {
      const person = personByUsername(world, username);
      return person
        ? [
            {
              screen_name: username,
              name: person.name,
              id: bareNumber(person.id),
              id_str: person.id,
              indices: [start, end],
            },
          ]
        : [];
    }),
    urls: urls.map(({ start, end, ...link }) => ({ ...link, indices: [start, end] })),
  };
}

function attachment(message: Message, media: Media, origin: string) {
  const url = mediaUrl(origin, message, media);
  const { width: w = 1200, height: h = 900 } = media;
  const link = shortLink(`${message.id}:media`);
  return {
    type: 'media',
    media: {
      id: bareNumber(media.id),
      id_str: media.id,
      indices: [0, link.length],
      media_url: url,
      media_url_https: url,
      url: link,
      display_url: link.replace('https://', ''),
      expanded_url: `https://x.com/messages/media/${message.id}`,
      type: { image: 'photo', gif: 'animated_gif', video: 'video' }[media.kind],
      sizes: {
        small: { w: 680, h: Math.max(1, Math.round((680 * h) / w)), resize: 'fit' },
        large: { w, h, resize: 'fit' },
      },
      ...(media.kind === 'video'
        ? {
            video_info: {
              aspect_ratio: [w, h],
              variants: [{ bitrate: 832_000, content_type: media.mimeType, url }],
            },
          }
        : {}),
    },
  };
}
