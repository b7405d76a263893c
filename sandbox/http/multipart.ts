export type Part = { bytes: Buffer; contentType?: string };

/** The parts of a multipart form by name. Files may come without a file name, so every part is kept as bytes. */
export function partsOf(body: Buffer, contentType: string): Map<string, Part> {
  const parts = new Map<string, Part>();
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const mark = `--${boundary?.[1] ?? boundary?.[2] ?? ''}`;
  if (mark === '--') return parts;
  for (let from = body.indexOf(mark); from >= 0; ) {
    const next = body.indexOf(`\r\n${mark}`, from);
    if (next < 0) break;
    addPart(parts, body.subarray(from + mark.length, next));
    from = next + 2;
  }
  return parts;
}

function addPart(parts: Map<string, Part>, section: Buffer) {
  const blank = section.indexOf('\r\n\r\n');
  if (blank < 0) return;
  const head = section.subarray(0, blank).toString('utf8');
  const name = /name="([^"]*)"/i.exec(head)?.[1];
  const contentType = /^content-type:\s*(\S+)/im.exec(head)?.[1];
  if (name === undefined) return;
  parts.set(name, { bytes: section.subarray(blank + 4), ...(contentType ? { contentType } : {}) });
}
