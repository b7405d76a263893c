import { describe, expect, it } from 'vitest';
import { files } from './domain/files/files.fixture';
import { fileRules } from './domain/files/rules';
import { nameIn, oneOfFew, readUpload } from './upload';

const MIB = 1024 * 1024;
const rules = fileRules('reply', 'x');

/** A body that comes in pieces, of which it counts how many were asked for. */
function sending(pieces: Iterable<Uint8Array>, headers: Record<string, string> = {}) {
  const source = pieces[Symbol.iterator]();
  const asked = { pieces: 0 };
  const body = new ReadableStream({
    pull(controller) {
      const { value, done } = source.next();
      if (done) return controller.close();
      asked.pieces += 1;
      controller.enqueue(value);
    },
  });
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', body, headers, duplex: 'half' };
  return { request: new Request('http://porchlight.test/api/files', init), asked };
}

function* endless(first: Uint8Array): Generator<Uint8Array> {
  yield first;
  for (;;) yield new Uint8Array(MIB);
}

describe('a file that is uploaded', () => {
  it('is read whole, in however many pieces it comes', async () => {
    const pieces = Array.from(files.mp4, (byte) => Uint8Array.of(byte));
    const { request } = sending(pieces);
    expect(Buffer.from(await readUpload(request, rules, 'a')).equals(files.mp4)).toBe(true);
    expect(await readUpload(sending([]).request, rules, 'a')).toHaveLength(0);
    expect(await readUpload(sending([Buffer.from('GIF')]).request, rules, 'a')).toHaveLength(3);
  });

  it.each([
    ['a picture', files.png, 7, '“a” is too large. A picture may have up to 5 MB here.'],
    ['a GIF', files.gif, 17, '“a” is too large. A GIF may have up to 15 MB here.'],
  ])('is read no further than %s may go, whatever its length says', async (...given) => {
    const [, beginning, most, why] = given;
    const { request, asked } = sending(endless(beginning), { 'content-length': '10' });
    await expect(readUpload(request, rules, 'a')).rejects.toMatchObject({ message: why });
    expect(asked.pieces).toBeLessThanOrEqual(most);
  });

  it('is not read to its end when it is nothing that may be kept', async () => {
    const page = Buffer.from(`<!doctype html>${' '.repeat(100)}`);
    const { request, asked } = sending(endless(page));
    await expect(readUpload(request, rules, 'photo.png')).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('“photo.png” is a web page (HTML).'),
    });
    expect(asked.pieces).toBeLessThanOrEqual(2);
  });

  it('that breaks off is refused', async () => {
    const { request } = sending(
      (function* () {
        yield files.png;
        throw new Error('gone');
      })(),
    );
    await expect(readUpload(request, rules, 'a')).rejects.toMatchObject({
      message: 'The upload broke off. Attach the file again.',
    });
  });

  it('is called what it was called, unless that cannot be read', () => {
    const name = (value: string) => nameIn(new Headers({ 'x-file-name': value }));
    expect(name(encodeURIComponent('Crème “1”.png'))).toBe('Crème “1”.png');
    expect(name('..%2F..%2Fetc%2Fpasswd%00')).toBe('passwd');
    expect(name('%E0%A4%A')).toBe('');
    expect(nameIn(new Headers())).toBe('');
  });
});

describe('uploads at once', () => {
  it('are three of one person, and sixteen of all', async () => {
    const ends: (() => void)[] = [];
    const begin = (who: string) =>
      oneOfFew(who, () => new Promise<void>((resolve) => ends.push(resolve)));
    const running = ['a', 'a', 'a', ...'bcdefghijklmn'].map(begin);
    await expect(begin('a')).rejects.toMatchObject({ code: 'too_many' });
    await expect(begin('z')).rejects.toMatchObject({ code: 'too_many' });
    for (const end of ends) end();
    await Promise.all(running);
    expect(await oneOfFew('a', async () => 'again')).toBe('again');
  });
});
