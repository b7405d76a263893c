import type { FileKind, KnownFile, Look, MimeType } from './file';
import { fileKinds } from './file';

const MIB = 1024 * 1024;

/** Nothing larger is kept, whatever a network would take. */
export const mostBytes = 15 * MIB;

/** More pixels than this would be a burden to everybody who looks. */
const MOST_PIXELS = 40_000_000;

export type FileRules = {
  perMessage: number;
  /** The kinds that may be attached, with their formats and their weight. */
  kinds: Partial<Record<FileKind, { formats: readonly MimeType[]; mostBytes: number }>>;
};

const picture = ['image/jpeg', 'image/png', 'image/webp'] as const;

/** What each network takes along with a message. */
const byNetwork: Readonly<Record<string, FileRules>> = {
  x: {
    perMessage: 1,
    kinds: {
      image: { formats: picture, mostBytes: 5 * MIB },
      gif: { formats: ['image/gif'], mostBytes: 15 * MIB },
      video: { formats: ['video/mp4'], mostBytes: 15 * MIB },
    },
  },
};

const nothing: FileRules = { perMessage: 0, kinds: {} };

/** A note stays in the house: it may hold more, and papers. */
const forNotes: FileRules = {
  perMessage: 10,
  kinds: {
    image: { formats: picture, mostBytes },
    gif: { formats: ['image/gif'], mostBytes },
    video: { formats: ['video/mp4'], mostBytes },
    document: { formats: ['application/pdf'], mostBytes },
  },
};

/** What may be attached here: to a reply over that network, or to a note. */
export function fileRules(mode: 'reply' | 'note', network: string): FileRules {
  return mode === 'note' ? forNotes : (byNetwork[network] ?? nothing);
}

type Weighed = { name: string; bytes: number };

/** Why a file may not be attached under these rules, in one sentence and the way out; null when it may. */
export function whyNotAttached(
  look: Look,
  { name, bytes }: Weighed,
  rules: FileRules,
): string | null {
  const called = named(name);
  if (bytes === 0) return `${called} is empty.`;
  if (look.is === 'foreign') return `${called} is ${look.what}. ${allowedIn(rules)}`;
  if (look.is === 'broken') {
    return `${called} is ${look.what} that is damaged or not complete. Save it anew and attach it again.`;
  }
  return whyNotKnown(look.file, called, bytes, rules);
}

function whyNotKnown(
  file: KnownFile,
  called: string,
  bytes: number,
  rules: FileRules,
): string | null {
  const rule = rules.kinds[file.kind];
  if (!rule?.formats.includes(file.mimeType)) {
    return `${called} is ${words[file.kind].one}. ${allowedIn(rules)}`;
  }
  if (bytes > rule.mostBytes) return heavy(file.kind, called, rule.mostBytes);
  if (tooManyPixels(file)) {
    return `${called} has more than 40 million pixels. Make it smaller and attach it again.`;
  }
  return null;
}

export function tooManyPixels({ width, height }: KnownFile): boolean {
  return (width ?? 0) * (height ?? 0) > MOST_PIXELS;
}

/** The sentence for a file that is heavier than its kind may be. */
export function tooLarge(kind: FileKind | null, name: string, limit: number): string {
  return heavy(kind, named(name), limit);
}

function named(name: string): string {
  return name === '' ? 'This file' : `“${name}”`;
}

function heavy(kind: FileKind | null, called: string, limit: number): string {
  const what = kind === null ? 'A file' : capital(words[kind].one);
  return `${called} is too large. ${what} may have up to ${megabytes(limit)} here.`;
}

/** What may be attached, as a sentence. */
function allowedIn({ kinds, perMessage }: FileRules): string {
  const allowed = fileKinds.flatMap((kind) => {
    const rule = kinds[kind];
    return rule ? [`${words[kind].many} up to ${megabytes(rule.mostBytes)}`] : [];
  });
  if (perMessage === 0 || allowed.length === 0) return 'Nothing can be attached here.';
  return `Allowed here: ${listOf(allowed)}.`;
}

/** Why so many files are too many; null when they are not. */
export function whyTooMany(count: number, { perMessage }: FileRules): string | null {
  if (count <= perMessage) return null;
  return perMessage === 1
    ? 'Only one file goes along with a message here.'
    : `At most ${perMessage} files go along with a message here.`;
}

const words: Record<FileKind, { one: string; many: string }> = {
  image: { one: 'a picture', many: 'JPEG, PNG or WebP pictures' },
  gif: { one: 'a GIF', many: 'GIFs' },
  video: { one: 'a video', many: 'MP4 videos' },
  document: { one: 'a PDF', many: 'PDFs' },
};

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function megabytes(bytes: number): string {
  return `${Math.floor(bytes / MIB)} MB`;
}

function listOf(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
