import { says } from './bytes';
import type { FileKind, KnownFile, Look, MimeType, Size } from './file';
import { nameOfForeign } from './foreign';
import { isMp4, mp4Size } from './mp4';
import { gifSize, jpegSize, pngSize, webpSize } from './pictures';

type Format = {
  kind: FileKind;
  mimeType: MimeType;
  what: string;
  begins: (bytes: Uint8Array) => boolean;
  /** Null when the file does not hold together. */
  size: (bytes: Uint8Array) => Size | 'none' | null;
};

const formats: readonly Format[] = [
  {
    kind: 'image',
    mimeType: 'image/png',
    what: 'a PNG picture',
    begins: (bytes) => says(bytes, 0, '\x89PNG\r\n\x1a\n'),
    size: pngSize,
  },
  {
    kind: 'image',
    mimeType: 'image/jpeg',
    what: 'a JPEG picture',
    begins: (bytes) => says(bytes, 0, '\xff\xd8\xff'),
    size: jpegSize,
  },
  {
    kind: 'image',
    mimeType: 'image/webp',
    what: 'a WebP picture',
    begins: (bytes) => says(bytes, 0, 'RIFF') && says(bytes, 8, 'WEBP'),
    size: webpSize,
  },
  {
    kind: 'gif',
    mimeType: 'image/gif',
    what: 'a GIF',
    begins: (bytes) => says(bytes, 0, 'GIF87a') || says(bytes, 0, 'GIF89a'),
    size: gifSize,
  },
  {
    kind: 'video',
    mimeType: 'video/mp4',
    what: 'an MP4 video',
    begins: isMp4,
    size: mp4Size,
  },
  {
    kind: 'document',
    mimeType: 'application/pdf',
    what: 'a PDF',
    begins: (bytes) => says(bytes, 0, '%PDF-'),
    size: (bytes) => (endsAsPdf(bytes) ? 'none' : null),
  },
];

/** What a whole file is. Only its bytes are asked: a name or a header can say anything. */
export function lookAt(bytes: Uint8Array): Look {
  const format = formats.find(({ begins }) => begins(bytes));
  if (!format) return { is: 'foreign', what: nameOfForeign(bytes) };
  const size = format.size(bytes);
  if (size === null || isEmpty(size)) return { is: 'broken', what: format.what };
  return { is: 'known', file: fileOf(format, size) };
}

/** What a file that has only begun to arrive will be; null when it is nothing that may be kept. */
export function kindByBeginning(bytes: Uint8Array): FileKind | null {
  return formats.find(({ begins }) => begins(bytes))?.kind ?? null;
}

function fileOf({ kind, mimeType }: Format, size: Size | 'none'): KnownFile {
  return size === 'none'
    ? { kind, mimeType, width: null, height: null }
    : { kind, mimeType, width: size.width, height: size.height };
}

function isEmpty(size: Size | 'none'): boolean {
  return size !== 'none' && (size.width === 0 || size.height === 0);
}

const TRAILER_BYTES = 2_048;

function endsAsPdf(bytes: Uint8Array): boolean {
  const tail = bytes.subarray(Math.max(0, bytes.length - TRAILER_BYTES));
  for (let at = tail.length - 5; at >= 0; at--) if (says(tail, at, '%%EOF')) return true;
  return false;
}
