import 'server-only';
import { kindByBeginning, lookAt } from './domain/files/look';
import { plainName } from './domain/files/name';
import type { FileRules } from './domain/files/rules';
import { tooLarge, whyNotAttached } from './domain/files/rules';
import { Refusal } from './domain/refusal';
import { processWide } from './process-wide';

/** As much as it takes to tell what a file will be. */
const BEGINNING_BYTES = 64;
const MOST_AT_ONCE = 16;
const MOST_OF_ONE = 3;

const under = processWide('uploads', () => new Map<string, number>());

/** What a person called their file; what cannot be decoded is no name. */
export function nameIn(headers: Headers): string {
  try {
    return plainName(decodeURIComponent(headers.get('x-file-name') ?? ''));
  } catch {
    return '';
  }
}

/**
 * Reads an uploaded file, and no further than it may go: what it begins as says how heavy it may be,
 * whatever the headers promise. Refuses with a sentence.
 */
export async function readUpload(
  request: Request,
  rules: FileRules,
  name: string,
): Promise<Uint8Array> {
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let limit = heaviest(rules);
  const read = () => reader?.read().catch(() => 'broken' as const);
  try {
    // biome-ignore lint/performance/noAwaitInLoops: a stream is read in order
    for (let part = await read(); part; part = await read()) {
      if (part === 'broken') {
        throw new Refusal('invalid', 'The upload broke off. Attach the file again.');
      }
      if (part.done) break;
      const had = size;
      chunks.push(part.value);
      size += part.value.byteLength;
      if (had < BEGINNING_BYTES && size >= BEGINNING_BYTES) limit = limitFor(chunks, rules, name);
      if (size > limit) throw tooHeavy(chunks, rules, name);
    }
  } finally {
    reader?.cancel().catch(() => undefined);
  }
  return Buffer.concat(chunks, size);
}

/** So that nobody fills the memory of the house: a few files at once, and of one person fewer. */
export async function oneOfFew<T>(memberId: string, run: () => Promise<T>): Promise<T> {
  const own = under.get(memberId) ?? 0;
  const all = [...under.values()].reduce((sum, each) => sum + each, 0);
  if (own >= MOST_OF_ONE || all >= MOST_AT_ONCE) {
    throw new Refusal(
      'too_many',
      'Several files are on their way already. Wait until they are here.',
    );
  }
  under.set(memberId, own + 1);
  try {
    return await run();
  } finally {
    const left = (under.get(memberId) ?? 1) - 1;
    if (left > 0) under.set(memberId, left);
    else under.delete(memberId);
  }
}

function heaviest({ kinds }: FileRules): number {
  return Math.max(0, ...Object.values(kinds).map(({ mostBytes }) => mostBytes));
}

/** What is nothing that may be kept is not read to its end. */
function limitFor(chunks: readonly Uint8Array[], rules: FileRules, name: string): number {
  const beginning = Buffer.concat(chunks);
  const kind = kindByBeginning(beginning);
  const rule = kind && rules.kinds[kind];
  if (rule) return rule.mostBytes;
  const look = lookAt(beginning);
  const why = whyNotAttached(look, { name, bytes: beginning.byteLength }, rules);
  throw new Refusal('invalid', why ?? 'This file cannot be attached here.');
}

function tooHeavy(chunks: readonly Uint8Array[], rules: FileRules, name: string): Refusal {
  const kind = kindByBeginning(Buffer.concat(chunks.slice(0, 2)));
  const limit = (kind && rules.kinds[kind]?.mostBytes) ?? heaviest(rules);
  return new Refusal('invalid', tooLarge(kind, name, limit));
}
