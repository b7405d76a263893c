import { describe, expect, it } from 'vitest';
import { decode, encode } from './png.mjs';
import { quantise } from './quantise.mjs';

/** A gradient of far more colours than a palette has, with a plain area in it. */
function picture(width = 64, height = 64) {
  const bytes = Buffer.alloc(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const plain = pixel < 1_024;
    bytes.set(plain ? [17, 34, 51] : [pixel % 256, (pixel * 3) % 256, pixel >> 5], pixel * 3);
  }
  return { width, height, channels: 3, bytes };
}

describe('the pictures of the tour', () => {
  it('have at most 256 colours, and what fills areas keeps its own', () => {
    const { palette, indices } = quantise(picture());
    expect(palette.length).toBeLessThanOrEqual(256 * 3);
    expect(indices).toHaveLength(64 * 64);
    expect(palette.slice(indices[0] * 3, indices[0] * 3 + 3)).toEqual([17, 34, 51]);
  });

  it('are near what was seen', () => {
    const seen = picture();
    const { palette, indices } = quantise(seen);
    const differences = [...indices].map((index, pixel) =>
      Math.max(
        ...[0, 1, 2].map((axis) =>
          Math.abs(palette[index * 3 + axis] - seen.bytes[pixel * 3 + axis]),
        ),
      ),
    );
    expect(Math.max(...differences)).toBeLessThan(64);
  });

  it('are the same for the same screen', () => {
    expect(encode(quantise(picture()))).toEqual(encode(quantise(picture())));
  });

  it('are refused when they are no screenshots', () => {
    expect(() => decode(Buffer.from('GIF89a, honestly'))).toThrow('not a PNG');
    expect(() => decode(encode(quantise(picture())))).toThrow('not a screenshot');
  });
});
