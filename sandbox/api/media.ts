import { z } from 'zod';
import type { Media } from '../core/entities';
import { drawFault } from '../core/fault-draw';
import type { MediaState } from '../core/media-files';
import { mediaStateOf, storeMedia } from '../core/media-files';
import type { Answer } from '../http/answer';
import { invalidRequest, json, notFound, unavailable } from '../http/answer';
import { partsOf } from '../http/multipart';
import { mediaType } from '../http/request';
import type { Route } from '../http/route';
import { mediaKeyOf } from './dm-object';
import type { AccountCall, Endpoint } from './endpoint';
import { Refused } from './endpoint';
import { bodyOf, idOf } from './parameters';

const writing = {
  for: 'account',
  bucket: 'media',
  scopes: ['media.write'],
  area: 'media',
} as const;
const LIFE_SECONDS = 86_400;
const MAX_BYTES = 15 * 2 ** 20;

const category = z.enum([
  'tweet_image',
  'tweet_video',
  'tweet_gif',
  'dm_image',
  'dm_video',
  'dm_gif',
  'subtitles',
]);
const oneShot = z.strictObject({
  media: z.base64(),
  media_category: category,
  media_type: z.string().optional(),
  shared: z.boolean().optional(),
  additional_owners: z.union([z.string(), z.array(z.string())]).optional(),
});
const opening = z.strictObject({
  media_type: z.string().max(100),
  total_bytes: z.int().min(1).max(MAX_BYTES),
  media_category: category.optional(),
  shared: z.boolean().optional(),
  additional_owners: z.union([z.string(), z.array(z.string())]).optional(),
});

type Upload = {
  ownerId: string;
  category: string;
  mimeType: string;
  total: number;
  chunks: Map<number, Buffer>;
};

/** Uploads in one piece or in several. A started upload lives in memory until it is finished. */
export function mediaRoutes(): Route<Endpoint>[] {
  const uploads = new Map<string, Upload>();
  const ownUpload = (call: AccountCall) => {
    const upload = uploads.get(idOf(call, 'id'));
    if (upload?.ownerId === call.accountId) return upload;
    throw new Refused(notFound('media', 'id', call.params['id'] ?? ''));
  };
  return [
    { method: 'GET', path: '/2/media/upload', target: { ...writing, run: statusOf } },
    { method: 'POST', path: '/2/media/upload', target: { ...writing, run: uploadAtOnce } },
    {
      method: 'POST',
      path: '/2/media/upload/initialize',
      target: { ...writing, run: (call: AccountCall) => initialize(call, uploads) },
    },
    {
      method: 'POST',
      path: '/2/media/upload/{id}/append',
      target: { ...writing, run: (call: AccountCall) => append(call, ownUpload(call)) },
    },
    {
      method: 'POST',
      path: '/2/media/upload/{id}/finalize',
      target: {
        ...writing,
        run: (call: AccountCall) => {
          const upload = ownUpload(call);
          uploads.delete(idOf(call, 'id'));
          return finalize(call, idOf(call, 'id'), upload);
        },
      },
    },
  ];
}

function uploadAtOnce(call: AccountCall) {
  const isJson = mediaType(call.asked) === 'application/json';
  const { media, media_category, media_type } = isJson ? jsonUpload(call) : formUpload(call);
  return stored(call, call.sandbox.nextId(), {
    bytes: media,
    category: media_category,
    mimeType: media_type,
  });
}

const formOf = ({ asked }: AccountCall) => partsOf(asked.body, `${asked.headers['content-type']}`);

function jsonUpload(call: AccountCall) {
  const { media, media_category, media_type } = bodyOf(call, oneShot);
  return { media: Buffer.from(media, 'base64'), media_category, media_type };
}

function formUpload(call: AccountCall) {
  const parts = formOf(call);
  const media = parts.get('media');
  const named = category.safeParse(parts.get('media_category')?.bytes.toString());
  if (!media || !named.success) {
    throw new Refused(invalidRequest('media and media_category are required', { media: [] }));
  }
  const media_type = parts.get('media_type')?.bytes.toString() ?? media.contentType;
  return { media: media.bytes, media_category: named.data, media_type };
}

function initialize(call: AccountCall, uploads: Map<string, Upload>) {
  const { media_type, total_bytes, media_category = 'tweet_image' } = bodyOf(call, opening);
  const refusal = refusalNow(call);
  if (refusal) return refusal;
  const id = call.sandbox.nextId();
  uploads.set(id, {
    ownerId: call.accountId,
    category: media_category,
    mimeType: media_type,
    total: total_bytes,
    chunks: new Map(),
  });
  const media_key = mediaKeyOf({ id, kind: kindOf(media_category) });
  return json(200, { data: { id, media_key, expires_after_secs: LIFE_SECONDS } });
}

function append(call: AccountCall, upload: Upload): Answer {
  const parts = formOf(call);
  const media = parts.get('media');
  const index = Number(parts.get('segment_index')?.bytes.toString());
  if (!media || !Number.isInteger(index) || index < 0 || index > 999) {
    return invalidRequest('media and segment_index are required', { segment_index: [] });
  }
  upload.chunks.set(index, media.bytes);
  const expires_at = Math.floor(call.sandbox.now() / 1000) + LIFE_SECONDS;
  return json(200, { data: { expires_at } });
}

function finalize(
  call: AccountCall,
  id: string,
  { chunks, total, category: named, mimeType }: Upload,
) {
  const ordered = [...chunks].sort(([a], [b]) => a - b).map(([, chunk]) => chunk);
  const bytes = Buffer.concat(ordered);
  if (bytes.length !== total)
    return invalidRequest(`expected ${total} bytes, got ${bytes.length}`, { total_bytes: [] });
  return stored(call, id, { bytes, category: named, mimeType });
}

type Piece = { bytes: Buffer; category: string; mimeType?: string | undefined };

function stored(
  call: AccountCall,
  id: string,
  { bytes, category: named, mimeType }: Piece,
): Answer {
  if (bytes.length === 0 || bytes.length > MAX_BYTES)
    return invalidRequest('media is empty or too large', { media: [] });
  const refusal = refusalNow(call);
  if (refusal) return refusal;
  const kind = kindOf(named);
  const fallback = { image: 'image/png', gif: 'image/gif', video: 'video/mp4' }[kind];
  const media: Media = {
    id,
    ownerId: call.accountId,
    kind,
    mimeType: mimeType ?? fallback,
    size: bytes.length,
    at: new Date(call.sandbox.now()).toISOString(),
    ...fateOf(call, kind),
  };
  return json(200, { data: described(call, storeMedia(call.sandbox, media, bytes)) });
}

function refusalNow({ sandbox }: AccountCall): Answer | undefined {
  const fault = drawFault(sandbox, 'media', ['refuse', 'unavailable']);
  if (fault?.mode === 'unavailable') return unavailable();
  return fault && invalidRequest('media type unrecognized.', { media: [] });
}

/** What moves is worked on before it can be sent, and may turn out to be nothing. */
function fateOf({ sandbox }: AccountCall, kind: Media['kind']): Partial<Media> {
  if (kind === 'image') return {};
  const ms = (sandbox.world.settings.mediaProcessingMs ?? 0) * sandbox.timeScale;
  return {
    ...(ms > 0 ? { readyAt: new Date(sandbox.now() + ms).toISOString() } : {}),
    ...(drawFault(sandbox, 'media', ['unusable']) ? { unusable: true } : {}),
  };
}

function statusOf(call: AccountCall): Answer {
  const id = call.query.get('media_id') ?? '';
  const media = call.sandbox.world.media.get(id);
  if (media?.ownerId !== call.accountId) return notFound('media', 'media_id', id);
  return json(200, {
    data: { ...describe(media), processing_info: processing(mediaStateOf(call.sandbox, media)) },
  });
}

/** Said of an upload only while there is something to wait for. */
function described({ sandbox }: AccountCall, media: Media) {
  const state = mediaStateOf(sandbox, media);
  return state === 'succeeded'
    ? describe(media)
    : { ...describe(media), processing_info: processing(state) };
}

function processing(state: MediaState) {
  const waits = state === 'in_progress';
  return { state, progress_percent: waits ? 40 : 100, ...(waits ? { check_after_secs: 1 } : {}) };
}

const describe = ({ id, size, kind }: Media) => ({
  id,
  media_key: mediaKeyOf({ id, kind }),
  size,
  expires_after_secs: LIFE_SECONDS,
});

function kindOf(named: string): Media['kind'] {
  if (named.endsWith('_video')) return 'video';
  return named.endsWith('_gif') ? 'gif' : 'image';
}
