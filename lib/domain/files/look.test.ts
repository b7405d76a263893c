import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { files } from './files.fixture';
import { kindByBeginning, lookAt } from './look';

/** A JPEG whose camera lay on its side: the note in front says so. */
function turnedJpeg(orientation: number): Buffer {
  const tiff = Buffer.from([
    ...Buffer.from('MM\0*'),
    ...[0, 0, 0, 8],
    ...[0, 1],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  ]);
  const note = Buffer.concat([Buffer.from('Exif\0\0'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, note.length + 2]);
  return Buffer.concat([files.jpeg.subarray(0, 2), head, note, files.jpeg.subarray(2)]);
}

/** An MP4 that was filmed lying down. */
function turnedMp4(): Buffer {
  const turned = Buffer.from(files.mp4);
  const matrix = turned.indexOf('tkhd') + 4 + 40;
  turned.writeUInt32BE(0, matrix);
  turned.writeUInt32BE(0x1_0000, matrix + 4);
  turned.writeUInt32BE(0xffff_0000, matrix + 12);
  turned.writeUInt32BE(0, matrix + 16);
  return turned;
}

describe('looking at the bytes of a file', () => {
  it.each([
    ['png', 'image', 'image/png', [40, 30]],
    ['jpeg', 'image', 'image/jpeg', [40, 30]],
    ['webp', 'image', 'image/webp', [40, 30]],
    ['losslessWebp', 'image', 'image/webp', [40, 30]],
    ['gif', 'gif', 'image/gif', [48, 32]],
    ['mp4', 'video', 'video/mp4', [64, 36]],
    ['pdf', 'document', 'application/pdf', [null, null]],
  ] as const)(
    'knows a %s by them, and how large it is drawn',
    (name, kind, mimeType, [width, height]) => {
      expect(lookAt(files[name])).toEqual({
        is: 'known',
        file: { kind, mimeType, width, height },
      });
      expect(kindByBeginning(files[name].subarray(0, 16))).toBe(kind);
    },
  );

  it('takes a picture as it is drawn when its camera turned it', () => {
    expect(lookAt(turnedJpeg(1))).toMatchObject({ file: { width: 40, height: 30 } });
    expect(lookAt(turnedJpeg(6))).toMatchObject({ file: { width: 30, height: 40 } });
    expect(lookAt(turnedJpeg(8))).toMatchObject({ file: { width: 30, height: 40 } });
    expect(lookAt(turnedMp4())).toMatchObject({ file: { width: 36, height: 64 } });
  });

  it.each(Object.entries(files))(
    'calls a %s that breaks off broken, wherever it breaks',
    (_, whole) => {
      for (const share of [0.5, 0.8, 0.97]) {
        expect(lookAt(whole.subarray(0, Math.floor(whole.length * share)))).toMatchObject({
          is: 'broken',
        });
      }
    },
  );

  it.each([
    ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'an SVG drawing'],
    ['<?xml version="1.0"?><!-- --><svg></svg>', 'an SVG drawing'],
    ['\uFEFF  <!DOCTYPE html><script>alert(1)</script>', 'a web page (HTML)'],
    ['<script>alert(1)</script>', 'a web page (HTML)'],
    ['<?xml version="1.0"?><note/>', 'an XML document'],
    ['GIF is a format', 'a text'],
    ['PK\x03\x04\x14\0', 'a ZIP archive or an Office document'],
    ['MZ\x90\0', 'a program for Windows'],
    ['\x7fELF\x02', 'a program'],
    ['\0\0\0\x18ftypheic\0\0\0\0', 'an HEIC picture'],
    ['\0\0\0\x18ftypavif\0\0\0\0', 'an AVIF picture'],
    ['\0\0\0\x14ftypqt  \0\0\0\0', 'a QuickTime video'],
    ['\x1aE\xdf\xa3\x01', 'a WebM or Matroska video'],
    ['II*\0\x08', 'a TIFF picture'],
    ['\x01\x02\x03\x04', 'a kind of file that Porchlight does not know'],
  ])('names what is none of them: %j', (text, what) => {
    const bytes = text.startsWith('\uFEFF') ? Buffer.from(text) : Buffer.from(text, 'latin1');
    expect(lookAt(bytes)).toEqual({ is: 'foreign', what });
    expect(kindByBeginning(bytes)).toBeNull();
  });

  it('takes a file of two kinds for the one it begins as, and for nothing else', () => {
    const page = Buffer.from('<html><script>alert(1)</script>');
    expect(lookAt(Buffer.concat([files.gif, page]))).toMatchObject({
      is: 'known',
      file: { mimeType: 'image/gif' },
    });
    expect(lookAt(Buffer.concat([page, files.gif]))).toMatchObject({ is: 'foreign' });
    expect(lookAt(Buffer.concat([files.png, files.pdf]))).toMatchObject({
      file: { mimeType: 'image/png' },
    });
  });

  it('does not take a picture of no size for one', () => {
    const flat = Buffer.from(files.png);
    flat.writeUInt32BE(0, 16);
    expect(lookAt(flat)).toEqual({ is: 'broken', what: 'a PNG picture' });
  });

  it('comes to an answer on any bytes, however they were cut and mixed', () => {
    const whole = Object.values(files);
    const mixed = fc
      .tuple(fc.constantFrom(...whole), fc.nat(400), fc.nat(40), fc.uint8Array({ maxLength: 40 }))
      .map(([bytes, at, cut, put]) =>
        Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + cut)]),
      );
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), mixed), (bytes) => {
        const look = lookAt(bytes);
        if (look.is !== 'known' || look.file.kind === 'document') return;
        expect(look.file.width).toBeGreaterThan(0);
        expect(look.file.height).toBeGreaterThan(0);
      }),
      { numRuns: 800 },
    );
  });
});
