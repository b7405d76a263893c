import type { ByteRange } from './byte-range';
import { byteRange } from './byte-range';

type File = { kind: string; name: string; mimeType: string; size: number; sha256: string };

/** How a file is answered, before any of its bytes is read. */
export type FileAnswer = {
  status: 200 | 206 | 304 | 416;
  headers: Record<string, string>;
  /** Null when nothing is to be sent. */
  part: ByteRange | null;
};

/**
 * What customers and colleagues send is answered as what it is and nothing else: not sniffed, not run,
 * not framed, kept by one's own browser alone. What is no picture or video is saved, not shown.
 */
export function fileAnswer(file: File, asked: Headers): FileAnswer {
  const etag = `"${file.sha256.slice(0, 32)}"`;
  const headers = {
    'content-type': file.mimeType,
    'content-disposition': disposition(file),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'same-origin',
    'cache-control': 'private, max-age=31536000, immutable',
    'accept-ranges': 'bytes',
    vary: 'Cookie',
    etag,
  };
  if (asked.get('if-none-match') === etag) return { status: 304, headers, part: null };
  const range = byteRange(asked.get('range'), file.size);
  if (range === null) {
    const nothing = { ...headers, 'content-range': `bytes */${file.size}`, 'content-length': '0' };
    return { status: 416, headers: nothing, part: null };
  }
  const { from, to } = range ?? { from: 0, to: file.size - 1 };
  return {
    status: range ? 206 : 200,
    headers: {
      ...headers,
      'content-length': String(to - from + 1),
      ...(range ? { 'content-range': `bytes ${from}-${to}/${file.size}` } : {}),
    },
    part: file.size === 0 ? null : { from, to },
  };
}

/** Once in letters that every browser reads, once as it is. */
function disposition({ kind, name }: File): string {
  const plain = name.normalize('NFD').replace(/[^\w .()-]/g, '') || 'file';
  const way = kind === 'document' ? 'attachment' : 'inline';
  return `${way}; filename="${plain}"; filename*=UTF-8''${encode(name)}`;
}

function encode(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
