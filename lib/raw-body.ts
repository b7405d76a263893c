/**
 * The bytes of a request as they came, `too_large` as soon as they exceed the limit (whatever the
 * headers promised), or `broken` when the sender went away.
 */
export async function readRawBody(
  request: Request,
  limitBytes: number,
): Promise<Uint8Array | 'too_large' | 'broken'> {
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > limitBytes) return 'too_large';
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    // biome-ignore lint/performance/noAwaitInLoops: a stream is read in order
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.byteLength;
      if (size > limitBytes) {
        reader.cancel().catch(() => undefined);
        return 'too_large';
      }
      chunks.push(part.value);
    }
  } catch {
    return 'broken';
  }
  return Buffer.concat(chunks, size);
}
