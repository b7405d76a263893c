import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Answer, MediaState } from '../network';
import type { Api } from './api';
import { call } from './call';
import { id } from './payloads';

const uploaded = z.object({
  data: z.object({
    id,
    processing_info: z.object({ state: z.string() }).optional(),
  }),
});

export type MediaFile = { bytes: Uint8Array; kind: 'image' | 'gif' | 'video'; mimeType: string };

/** Uploads a file for one private message in one request. */
export async function uploadMedia(
  api: Api,
  { bytes, kind, mimeType }: MediaFile,
): Promise<Answer<{ mediaId: string; state: MediaState }>> {
  const boundary = `porchlight-${randomUUID()}`;
  const request = api.request({ method: 'POST', path: '/2/media/upload' });
  const { value, ...rest } = await call(
    {
      ...request,
      headers: { ...request.headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
      body: Buffer.concat([
        Buffer.from(`${field(boundary, 'media_category')}\r\n\r\ndm_${kind}\r\n`),
        Buffer.from(`${field(boundary, 'media')}; filename="media"\r\n`),
        Buffer.from(`Content-Type: ${plainMimeType(mimeType)}\r\n\r\n`),
        bytes,
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ]),
    },
    uploaded,
  );
  return { value: { mediaId: value.data.id, state: stateOf(value) }, ...rest };
}

/** Whether an uploaded file can be sent by now. */
export async function findMediaState(api: Api, mediaId: string): Promise<Answer<MediaState>> {
  const query = { media_id: mediaId, command: 'STATUS' };
  const asked = { method: 'GET', path: '/2/media/upload', query } as const;
  const { value, ...rest } = await api.ask(asked, uploaded);
  return { value: stateOf(value), ...rest };
}

function stateOf({ data }: z.infer<typeof uploaded>): MediaState {
  const state = data.processing_info?.state;
  if (state === 'failed') return 'failed';
  return state === undefined || state === 'succeeded' ? 'ready' : 'processing';
}

function field(boundary: string, name: string): string {
  return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"`;
}

/** A type with a line break in it would write headers of its own. */
function plainMimeType(mimeType: string): string {
  return /^[\w.+-]+\/[\w.+-]+$/.test(mimeType) ? mimeType : 'application/octet-stream';
}
