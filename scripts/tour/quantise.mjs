const MOST_COLOURS = 256;

/**
 * The same picture in at most 256 colours, for pictures of screens: few colours, large areas. The frequent colours
 * stay as they are; the rest are cut into boxes along their widest side, and each box becomes its mean.
 */
export function quantise({ width, height, channels, bytes }) {
  const counts = countColours(bytes, channels);
  const palette = paletteFor(counts);
  const nearest = new Map();
  const indices = Buffer.alloc(width * height);
  for (let at = 0, pixel = 0; at < bytes.length; at += channels, pixel++) {
    const key = keyAt(bytes, at);
    let index = nearest.get(key);
    if (index === undefined) {
      index = nearestTo(palette, coloursOf(key));
      nearest.set(key, index);
    }
    indices[pixel] = index;
  }
  return { width, height, indices, palette: palette.flat() };
}

function countColours(bytes, channels) {
  const counts = new Map();
  for (let at = 0; at < bytes.length; at += channels) {
    const key = keyAt(bytes, at);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

const EXACT = 96;

function paletteFor(counts) {
  const colours = [...counts]
    .map(([key, count]) => ({ rgb: coloursOf(key), count }))
    .sort((a, b) => b.count - a.count || keyOf(a.rgb) - keyOf(b.rgb));
  if (colours.length <= MOST_COLOURS) return colours.map(({ rgb }) => rgb);
  const exact = colours.slice(0, EXACT).map(({ rgb }) => rgb);
  const boxes = [colours.slice(EXACT)];
  while (boxes.length < MOST_COLOURS - EXACT) {
    const widest = widestOf(boxes);
    if (!widest) break;
    boxes.splice(boxes.indexOf(widest.box), 1, ...halves(widest));
  }
  return [...exact, ...boxes.map(meanOf)];
}

function widestOf(boxes) {
  let widest;
  for (const box of boxes) {
    if (box.length < 2) continue;
    for (const axis of [0, 1, 2]) {
      const values = box.map(({ rgb }) => rgb[axis]);
      const span = maximum(values) - minimum(values);
      const weight = span * Math.sqrt(box.length);
      if (!widest || weight > widest.weight) widest = { box, axis, weight };
    }
  }
  return widest;
}

function halves({ box, axis }) {
  const sorted = box.toSorted((a, b) => a.rgb[axis] - b.rgb[axis]);
  const middle = sorted.length >> 1;
  return [sorted.slice(0, middle), sorted.slice(middle)];
}

function meanOf(box) {
  const weight = box.reduce((sum, { count }) => sum + count, 0);
  return [0, 1, 2].map((axis) =>
    Math.round(box.reduce((sum, { rgb, count }) => sum + rgb[axis] * count, 0) / weight),
  );
}

function nearestTo(palette, [red, green, blue]) {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, [r, g, b]] of palette.entries()) {
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

const keyAt = (bytes, at) => (bytes[at] << 16) | (bytes[at + 1] << 8) | bytes[at + 2];
const keyOf = ([red, green, blue]) => (red << 16) | (green << 8) | blue;
const coloursOf = (key) => [key >> 16, (key >> 8) & 0xff, key & 0xff];
const maximum = (values) => values.reduce((a, b) => Math.max(a, b));
const minimum = (values) => values.reduce((a, b) => Math.min(a, b));
