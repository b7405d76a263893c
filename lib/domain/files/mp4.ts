import { says, tagAt, u32 } from './bytes';
import type { Size } from './file';

type Box = { type: string; from: number; to: number };

/** A file that was nested to hurt is not searched deeper than any real one goes. */
const MOST_BOXES = 2_000;

/** The size at which an MP4 is drawn; null when it holds no picture or breaks off. */
export function mp4Size(bytes: Uint8Array): Size | null {
  const top = boxesIn(bytes, 0, bytes.length);
  const movie = top?.find(({ type }) => type === 'moov');
  if (!movie || !top?.some(({ type }) => type === 'mdat')) return null;
  const tracks = boxesIn(bytes, movie.from, movie.to) ?? [];
  for (const track of tracks.filter(({ type }) => type === 'trak')) {
    const head = boxesIn(bytes, track.from, track.to)?.find(({ type }) => type === 'tkhd');
    const size = head && sizeIn(bytes, head);
    if (size) return size;
  }
  return null;
}

/** The boxes that stand one behind the other; null when one is longer than there is room. */
function boxesIn(bytes: Uint8Array, from: number, to: number): Box[] | null {
  const boxes: Box[] = [];
  for (let at = from; at < to; ) {
    const length = lengthOf(bytes, at, to);
    if (length < 8 || at + length > to || boxes.length === MOST_BOXES) return null;
    const header = u32(bytes, at) === 1 ? 16 : 8;
    boxes.push({ type: tagAt(bytes, at + 4), from: at + header, to: at + length });
    at += length;
  }
  return boxes;
}

function lengthOf(bytes: Uint8Array, at: number, to: number): number {
  const length = u32(bytes, at);
  if (length === 0) return to - at;
  return length === 1 ? u32(bytes, at + 8) * 2 ** 32 + u32(bytes, at + 12) : length;
}

/** A track of sound has no size. Phones film lying down and turn the picture with a matrix. */
function sizeIn(bytes: Uint8Array, { from, to }: Box): Size | null {
  const matrix = from + (bytes[from] === 1 ? 52 : 40);
  if (matrix + 44 > to) return null;
  const width = Math.round(u32(bytes, matrix + 36) / 0x1_0000);
  const height = Math.round(u32(bytes, matrix + 40) / 0x1_0000);
  if (width === 0 || height === 0) return null;
  const turned = u32(bytes, matrix) === 0 && u32(bytes, matrix + 16) === 0;
  return turned ? { width: height, height: width } : { width, height };
}

/** Whether a file with this beginning is an MP4, and not one of its many relatives. */
export function isMp4(bytes: Uint8Array): boolean {
  return (
    says(bytes, 4, 'ftyp') &&
    /^(isom|iso\d|mp4\d|avc1|M4V |MSNV|dash|mmp4|3gp\d)$/.test(tagAt(bytes, 8))
  );
}
