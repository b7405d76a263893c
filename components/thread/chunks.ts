import type { Entry } from './timeline';

export type Chunk = { key: string; entries: Entry[] };

/** Cuts the lines of a conversation where its pages begin: those places stay, whatever is loaded. */
export function chunksOf(entries: readonly Entry[], pageStarts: readonly string[]): Chunk[] {
  const starts = new Set(pageStarts);
  const chunks: Chunk[] = [];
  let current: Chunk = { key: 'beginning', entries: [] };
  let holdsMessage = false;
  for (const entry of entries) {
    const begins = entry.kind === 'said' && starts.has(entry.message.id);
    if (begins && holdsMessage) {
      chunks.push(current);
      current = { key: entry.key, entries: [] };
    } else if (begins) current.key = entry.key;
    holdsMessage ||= entry.kind === 'said';
    current.entries.push(entry);
  }
  return current.entries.length > 0 ? [...chunks, current] : chunks;
}
