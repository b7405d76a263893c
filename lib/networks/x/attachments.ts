import type { Attachment } from '@/lib/domain/conversation/conversation';
import { storable } from '@/lib/domain/delivery/normalise';
import type { XAttachment, XMedia, XVariants } from './payloads';

const kinds: ReadonlyMap<string, Attachment['kind']> = new Map([
  ['photo', 'image'],
  ['animated_gif', 'gif'],
  ['video', 'video'],
]);

/** The number before the underscore of a media key says what it is. */
const kindOfKeyPrefix: ReadonlyMap<string, Attachment['kind']> = new Map([
  ['3', 'image'],
  ['16', 'gif'],
  ['7', 'video'],
  ['13', 'video'],
]);

/** The attachment of a delivered message. One that we do not know is `other`, never nothing. */
export function deliveredAttachments(messageId: string, attachment: XAttachment): Attachment[] {
  if (!attachment) return [];
  const media = attachment.media;
  const externalId = media?.id_str ?? media?.id;
  if (!media || externalId === undefined) return [{ kind: 'other', externalId: messageId }];
  const url = bestVariant(media.video_info?.variants) ?? media.media_url_https;
  return [
    withDetails(
      { kind: kinds.get(media.type ?? '') ?? 'other', externalId },
      { url, width: media.sizes?.large?.w, height: media.sizes?.large?.h, alt: media.ext_alt_text },
    ),
  ];
}

/** The attachments of a looked-up message; one whose details were not included still counts. */
export function lookedUpAttachments(keys: readonly string[], included: readonly XMedia[]) {
  return keys.map((key): Attachment => {
    const [prefix = '', externalId = key] = key.split('_', 2);
    const media = included.find(({ media_key }) => media_key === key);
    const kind = kinds.get(media?.type ?? '') ?? kindOfKeyPrefix.get(prefix) ?? 'other';
    const url = bestVariant(media?.variants) ?? media?.url ?? media?.preview_image_url;
    return withDetails(
      { kind, externalId: storable(externalId) },
      { url, width: media?.width, height: media?.height, alt: media?.alt_text },
    );
  });
}

type Details = { [Key in 'url' | 'width' | 'height' | 'alt']: Attachment[Key] | undefined };

function withDetails(attachment: Attachment, { url, width, height, alt }: Details): Attachment {
  return {
    ...attachment,
    ...(url !== undefined && { url: storable(url) }),
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(alt !== undefined && { alt: storable(alt) }),
  };
}

/** The best file that a browser plays: playlists carry no bit rate. */
function bestVariant(variants: XVariants): string | undefined {
  const files = (variants ?? [])
    .filter(({ content_type }) => content_type === 'video/mp4')
    .map(({ url, bitrate, bit_rate }) => ({ url, rate: bitrate ?? bit_rate ?? 0 }));
  return files.toSorted((a, b) => b.rate - a.rate)[0]?.url;
}
