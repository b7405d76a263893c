import { describe, expect, it } from 'vitest';
import { files } from './files.fixture';
import { lookAt } from './look';
import { fileRules, whyNotAttached, whyTooMany } from './rules';

const MIB = 1024 * 1024;
const reply = fileRules('reply', 'x');
const note = fileRules('note', 'x');

function why(file: Buffer, name: string, rules = reply, bytes = file.length) {
  return whyNotAttached(lookAt(file), { name, bytes }, rules);
}

describe('what may be attached', () => {
  it.each(['png', 'jpeg', 'webp', 'gif', 'mp4'] as const)(
    'is a %s, to a reply and to a note',
    (name) => {
      expect(why(files[name], name)).toBeNull();
      expect(why(files[name], name, note)).toBeNull();
    },
  );

  it('is a PDF in a note only', () => {
    expect(why(files.pdf, 'invoice.pdf', note)).toBeNull();
    expect(why(files.pdf, 'invoice.pdf')).toBe(
      '“invoice.pdf” is a PDF. Allowed here: JPEG, PNG or WebP pictures up to 5 MB, GIFs up to 15 MB and MP4 videos up to 15 MB.',
    );
  });

  it('is not what only says that it is: the sentence says what it is and what may come', () => {
    expect(why(Buffer.from('<html>'), 'photo.png')).toBe(
      '“photo.png” is a web page (HTML). Allowed here: JPEG, PNG or WebP pictures up to 5 MB, GIFs up to 15 MB and MP4 videos up to 15 MB.',
    );
  });

  it('is not too heavy, by its kind', () => {
    expect(why(files.png, 'a.png', reply, 5 * MIB)).toBeNull();
    expect(why(files.png, 'a.png', reply, 5 * MIB + 1)).toBe(
      '“a.png” is too large. A picture may have up to 5 MB here.',
    );
    expect(why(files.png, 'a.png', note, 5 * MIB + 1)).toBeNull();
    expect(why(files.gif, 'a.gif', reply, 15 * MIB + 1)).toBe(
      '“a.gif” is too large. A GIF may have up to 15 MB here.',
    );
  });

  it('is not empty, not broken, and has not too many pixels', () => {
    expect(why(Buffer.alloc(0), 'a.png')).toBe('“a.png” is empty.');
    expect(why(files.png.subarray(0, 60), 'a.png')).toContain('damaged or not complete');
    const vast = Buffer.from(files.png);
    vast.writeUInt32BE(20_000, 16);
    vast.writeUInt32BE(20_000, 20);
    expect(why(vast, 'a.png')).toContain('more than 40 million pixels');
  });

  it('is one file on X and up to ten in a note', () => {
    expect(whyTooMany(1, reply)).toBeNull();
    expect(whyTooMany(2, reply)).toBe('Only one file goes along with a message here.');
    expect(whyTooMany(10, note)).toBeNull();
    expect(whyTooMany(11, note)).toBe('At most 10 files go along with a message here.');
  });

  it('is nothing on a network that Porchlight does not know', () => {
    expect(why(files.png, 'a.png', fileRules('reply', 'pigeon'))).toContain(
      'Nothing can be attached here.',
    );
  });
});
