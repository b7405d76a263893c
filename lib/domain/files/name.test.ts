import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileName } from './name';

const png = { kind: 'image', mimeType: 'image/png' } as const;

describe('the name of a file', () => {
  it.each([
    ['melted.png', 'melted.png'],
    ['melted.PNG', 'melted.png'],
    ['melted.jpg', 'melted.png'],
    ['melted', 'melted.png'],
    ['../../etc/passwd', 'passwd.png'],
    ['C:\\Users\\ana\\scoop.png', 'scoop.png'],
    ['a\u202Egnp.exe', 'agnp.png'],
    ['line\nbreak\u0000.png', 'linebreak.png'],
    ['  .hidden.png ', 'hidden.png'],
    ['order no. 51 234.png', 'order no. 51 234.png'],
    ['"quoted"<b>.png', 'quoted b.png'],
    ['', 'picture.png'],
    ['...', 'picture.png'],
    ['写真 🍦.png', '写真 🍦.png'],
    [`${'a'.repeat(300)}.png`, `${'a'.repeat(100)}.png`],
  ])('is made harmless and true: %j', (given, kept) => {
    expect(fileName(given, png)).toBe(kept);
  });

  it('keeps both endings of a JPEG', () => {
    const jpeg = { kind: 'image', mimeType: 'image/jpeg' } as const;
    expect(fileName('a.jpeg', jpeg)).toBe('a.jpeg');
    expect(fileName('a.png', jpeg)).toBe('a.jpg');
  });

  it('is one line without a path, whatever was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const name = fileName(given, png);
        expect(name).toMatch(/^[^\\/\p{Cc}\p{Cf}"]+\.png$/u);
        expect(name.isWellFormed()).toBe(true);
        expect([...name].length).toBeLessThanOrEqual(104);
      }),
      { numRuns: 60 },
    );
  });
});
