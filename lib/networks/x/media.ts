import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Answer, AppConfig, MediaState } from '../network';
import type { Api } from './api';
import { call } from './call';
import type { HttpRequest } from './http';
import { id } from './payloads';

const uploaded = z.object({
  data: z.object({
    id,
    processing_info: z.object({ state: z.string() }).optional(),
  }),
});

export type MediaFile = { bytes: Uint8Array; kind: 'image' | 'gif' | 'video'; mimeType: string };
type Uploaded = Answer<{ mediaId: string; state: MediaState }>;

const UPLOAD = '/2/media/upload';
const SEGMENT_BYTES = 2 * 1024 * 1024;

const USUAL_DEADLINE_MS = 10_000;

/** Files take longer than words. */
export function mediaDeadlineMs({ callDeadlineMs = USUAL_DEADLINE_MS }: AppConfig): number {
  return 3 * callDeadlineMs;
}

/** Uploads a file for one private message: a picture at once, what moves in segments. */
export async function uploadMedia(
  api: Api,
  deadlineMs: number,
  file: MediaFile,
): Promise<Uploaded> {
  return file.kind === 'image'
    ? await atOnce(api, deadlineMs, file)
    : await inSegments(api, deadlineMs, file);
}

async function atOnce(
  api: Api,
  deadlineMs: number,
  { bytes, kind, mimeType }: MediaFile,
): Promise<Uploaded> {
  const form = [
    { name: 'media_category', value: `dm_${kind}` },
    { name: 'media', bytes, mimeType },
  ];
  return asUploaded(await call(formRequest(api, UPLOAD, deadlineMs, form), uploaded));
}

async function inSegments(
  api: Api,
  deadlineMs: number,
  { bytes, kind, mimeType }: MediaFile,
): Promise<Uploaded> {
  const json = {
    media_type: plainMimeType(mimeType),
    total_bytes: bytes.byteLength,
    media_category: `dm_${kind}`,
  };
  const { value } = await api.ask({ method: 'POST', path: `${UPLOAD}/initialize`, json }, uploaded);
  const path = `${UPLOAD}/${value.data.id}`;
  for (let from = 0, index = 0; from < bytes.byteLength; from += SEGMENT_BYTES, index++) {
    const form = [
      { name: 'segment_index', value: String(index) },
      { name: 'media', bytes: bytes.subarray(from, from + SEGMENT_BYTES), mimeType },
    ];
    // biome-ignore lint/performance/noAwaitInLoops: one connection at a time is enough for one file
    await call(formRequest(api, `${path}/append`, deadlineMs, form), z.unknown());
  }
  return asUploaded(await api.ask({ method: 'POST', path: `${path}/finalize` }, uploaded));
}

/** Whether an uploaded file can be sent by now. */
export async function findMediaState(api: Api, mediaId: string): Promise<Answer<MediaState>> {
  const query = { media_id: mediaId, command: 'STATUS' };
  const { value, ...rest } = await api.ask({ method: 'GET', path: UPLOAD, query }, uploaded);
  return { value: stateOf(value), ...rest };
}

function asUploaded({ value, ...rest }: Answer<z.infer<typeof uploaded>>): Uploaded {
  return { value: { mediaId: value.data.id, state: stateOf(value) }, ...rest };
}

function stateOf({ data }: z.infer<typeof uploaded>): MediaState {
  const state = data.processing_info?.state;
  if (state === 'failed') return 'failed';
  return state === undefined || state === 'succeeded' ? 'ready' : 'processing';
}

type Part = { name: string } & ({ value: string } | { bytes: Uint8Array; mimeType: string });

function formRequest(
  api: Api,
  path: string,
  deadlineMs: number,
  parts: readonly Part[],
): HttpRequest {
  const boundary = `porchlight-${randomUUID()}`;
  const request = api.request({ method: 'POST', path });
  return {
    ...request,
    headers: { ...request.headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat([
      ...parts.flatMap((part) => partOf(boundary, part)),
      Buffer.from(`--${boundary}--\r\n`),
    ]),
    deadlineMs,
  };
}

function partOf(boundary: string, part: Part): Uint8Array[] {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${part.name}"`;
  if ('value' in part) return [Buffer.from(`${head}\r\n\r\n${part.value}\r\n`)];
  const type = `Content-Type: ${plainMimeType(part.mimeType)}`;
  return [
    Buffer.from(`${head}; filename="media"\r\n${type}\r\n\r\n`),
    part.bytes,
    Buffer.from('\r\n'),
  ];
}

/** A type with a line break in it would write headers of its own. */
function plainMimeType(mimeType: string): string {
  return /^[\w.+-]+\/[\w.+-]+$/.test(mimeType) ? mimeType : 'application/octet-stream';
}
