/** What a file is, by its bytes and never by what it calls itself. */
export const fileKinds = ['image', 'gif', 'video', 'document'] as const;
export type FileKind = (typeof fileKinds)[number];

const mimeTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'video/mp4',
  'application/pdf',
] as const;
export type MimeType = (typeof mimeTypes)[number];

/** A file that may be kept. Pictures and videos say how large they are drawn. */
export type KnownFile = {
  kind: FileKind;
  mimeType: MimeType;
  width: number | null;
  height: number | null;
};

/**
 * What looking at the bytes came to. `foreign`: something else, with its name. `broken`: it begins as
 * what it is called and does not hold together.
 */
export type Look =
  | { is: 'known'; file: KnownFile }
  | { is: 'foreign'; what: string }
  | { is: 'broken'; what: string };

/** How large a picture is drawn. */
export type Size = { width: number; height: number };
