import { joined } from '@/lib/domain/conversation/draft';
import type { Mode } from './attempt';
import { modes } from './attempt';

/**
 * What this device knows of a draft on the server: the last text that both agreed on, under which
 * revision, and words written elsewhere that gave way to the ones here and are offered.
 */
export type Known = { revision: number; text: string; spare: string };
export type KnownDrafts = Record<Mode, Known>;

const unknown: Known = { revision: 0, text: '', spare: '' };
export const nothingKnown: KnownDrafts = { reply: unknown, note: unknown };

type Theirs = { body: string; revision: number };

/**
 * The text here and the draft on the server come together. Where nothing new was typed here the
 * server's stands; otherwise the text here, which is the later one, and what it displaces is kept.
 */
export function met(
  here: string,
  known: Known,
  { body, revision }: Theirs,
): { text: string; known: Known } {
  if (revision <= known.revision) return { text: here, known };
  const now = { revision, text: body, spare: known.spare };
  const untouched = here === known.text || here === '';
  if (untouched || here === body) return { text: body, known: now };
  const displaced = body !== known.text && !here.includes(body);
  return {
    text: here,
    known: displaced ? { ...now, spare: joined(known.spare, body) } : now,
  };
}

/** Whether the server has yet to hear of the text here. */
export function isAhead(here: string, known: Known): boolean {
  return here !== known.text;
}

/** What the storage holds. */
export function parseKnown(stored: string | null): KnownDrafts {
  try {
    const value: Partial<Record<Mode, Partial<Known>>> | null =
      stored === null ? null : JSON.parse(stored);
    const [reply, note] = modes.map((mode) => toKnown(value?.[mode]));
    return { reply: reply ?? unknown, note: note ?? unknown };
  } catch {
    return nothingKnown;
  }
}

function toKnown(value: Partial<Known> | undefined): Known {
  const { revision, text, spare } = value ?? {};
  if (typeof revision !== 'number' || typeof text !== 'string') return unknown;
  return { revision, text, spare: typeof spare === 'string' ? spare : '' };
}
