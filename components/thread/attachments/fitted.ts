type Box = { width: number; height: number };

/** The room that a picture takes in a thread, which is also what it takes before it is there. */
const most: Box = { width: 320, height: 280 };
const unknown: Box = { width: 240, height: 180 };
const LEAST = 40;

/** As large as it is, but for what there is room for; never larger, and never so thin that it cannot be hit. */
export function fitted({ width, height }: Partial<Box>): Box {
  if (!(width && height)) return unknown;
  const share = Math.min(1, most.width / width, most.height / height);
  return {
    width: Math.max(LEAST, Math.round(width * share)),
    height: Math.max(LEAST, Math.round(height * share)),
  };
}
