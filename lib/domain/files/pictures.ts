import { says, tagAt, u16, u16le, u24le, u32, u32le } from './bytes';
import type { Size } from './file';
import { isTurned } from './orientation';

/** The size of a PNG whose chunks lead to its end; null when it breaks off. */
export function pngSize(bytes: Uint8Array): Size | null {
  if (!says(bytes, 12, 'IHDR')) return null;
  for (let at = 8; at + 12 <= bytes.length; at += 12 + u32(bytes, at)) {
    if (says(bytes, at + 4, 'IEND')) return { width: u32(bytes, 16), height: u32(bytes, 20) };
  }
  return null;
}

/** The size of a GIF, whose pictures must lead to its end. */
export function gifSize(bytes: Uint8Array): Size | null {
  const size = { width: u16le(bytes, 6), height: u16le(bytes, 8) };
  const flags = bytes[10] ?? 0;
  let at = 13 + paletteBytes(flags);
  while (at < bytes.length) {
    const block = bytes[at];
    if (block === 0x3b) return size;
    if (block === 0x21) at = afterSubBlocks(bytes, at + 2);
    else if (block === 0x2c) {
      at = afterSubBlocks(bytes, at + 11 + paletteBytes(bytes[at + 9] ?? 0));
    } else return null;
  }
  return null;
}

function paletteBytes(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

function afterSubBlocks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0) at += (bytes[at] ?? 0) + 1;
  return at + 1;
}

/** The size of a WebP, whose container must be all there. */
export function webpSize(bytes: Uint8Array): Size | null {
  if (u32le(bytes, 4) + 8 > bytes.length) return null;
  const format = tagAt(bytes, 12);
  if (format === 'VP8X') {
    return { width: u24le(bytes, 24) + 1, height: u24le(bytes, 27) + 1 };
  }
  if (format === 'VP8 ' && says(bytes, 23, '\x9d\x01\x2a')) {
    return { width: u16le(bytes, 26) & 0x3fff, height: u16le(bytes, 28) & 0x3fff };
  }
  if (format === 'VP8L' && bytes[20] === 0x2f) {
    const packed = u32le(bytes, 21);
    return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
  }
  return null;
}

const EXIF = 'Exif\0\0';

/** The size of a JPEG as it is drawn: cameras turn pictures with a note instead of turning them. */
export function jpegSize(bytes: Uint8Array): Size | null {
  const segments = segmentsBeforePicture(bytes);
  const frame = segments.find(({ marker }) => isFrame(marker));
  if (!frame || !hasEnd(bytes, frame.at)) return null;
  const [height, width] = [u16(bytes, frame.at + 5), u16(bytes, frame.at + 7)];
  const note = segments.find(({ marker, at }) => marker === 0xe1 && says(bytes, at + 4, EXIF));
  const turned = note && isTurned(bytes.subarray(note.at + 4 + EXIF.length, note.to));
  return turned ? { width: height, height: width } : { width, height };
}

type Segment = { marker: number; at: number; to: number };

/** What stands before the picture itself, up to its frame. */
function segmentsBeforePicture(bytes: Uint8Array): Segment[] {
  const segments: Segment[] = [];
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    const length = u16(bytes, at + 2);
    if (length < 2) break;
    segments.push({ marker, at, to: at + 2 + length });
    if (isFrame(marker)) break;
    at += 2 + length;
  }
  return segments;
}

/** The markers that begin a frame; those between are tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Whether the picture is ended anywhere: phones put more behind its end. */
function hasEnd(bytes: Uint8Array, from: number): boolean {
  for (let at = bytes.length - 2; at > from; at--) {
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  }
  return false;
}
