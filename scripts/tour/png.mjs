import { deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PALETTE = 3;

/** Reads what a browser's screenshot is: 8 bits, red, green and blue, with or without opacity, not interlaced. */
export function decode(file) {
  const parts = chunksOf(file);
  const header = parts.find(({ type }) => type === 'IHDR').data;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [bits, colour, , , interlaced] = header.subarray(8);
  const channels = { 2: 3, 6: 4 }[colour];
  if (bits !== 8 || !channels || interlaced) throw new Error('this is not a screenshot');
  const packed = Buffer.concat(parts.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const raw = inflateSync(packed);
  const stride = width * channels;
  const bytes = Buffer.alloc(height * stride);
  for (let y = 0; y < height; y++) {
    const line = raw.subarray(y * (stride + 1), (y + 1) * (stride + 1));
    unfilter({ line, bytes, at: y * stride, stride, channels });
  }
  return { width, height, channels, bytes };
}

/** Writes a picture of at most 256 colours: `indices` has one byte a pixel, `palette` three a colour. */
export function encode({ width, height, indices, palette }) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, PALETTE, 0, 0, 0], 8);
  const lines = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++) {
    lines.set(indices.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette)),
    chunk('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function unfilter({ line, bytes, at, stride, channels }) {
  const [kind] = line;
  for (let x = 0; x < stride; x++) {
    const left = x < channels ? 0 : bytes[at + x - channels];
    const above = at === 0 ? 0 : bytes[at + x - stride];
    const corner = at === 0 || x < channels ? 0 : bytes[at + x - stride - channels];
    bytes[at + x] = line[x + 1] + predicted(kind, { left, above, corner });
  }
}

function predicted(kind, { left, above, corner }) {
  switch (kind) {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4:
      return paeth(left, above, corner);
    default:
      return 0;
  }
}

function paeth(left, above, corner) {
  const guess = left + above - corner;
  const [a, b, c] = [left, above, corner].map((one) => Math.abs(guess - one));
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}

function chunksOf(file) {
  if (!file.subarray(0, 8).equals(SIGNATURE)) throw new Error('this is not a PNG');
  const parts = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    parts.push({ type, data: file.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return parts;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc(body), body.length + 4);
  return framed;
}

const table = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb8_8320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function crc(bytes) {
  let value = 0xffff_ffff;
  for (const byte of bytes) value = table[(value ^ byte) & 0xff] ^ (value >>> 8);
  return (value ^ 0xffff_ffff) >>> 0;
}
