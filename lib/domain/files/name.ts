import type { FileKind, MimeType } from './file';

const LONGEST_NAME = 100;

const endings: Record<MimeType, readonly [ending: string, ...more: string[]]> = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'video/mp4': ['mp4', 'm4v'],
  'application/pdf': ['pdf'],
};

const unnamed: Record<FileKind, string> = {
  image: 'picture',
  gif: 'animation',
  video: 'video',
  document: 'document',
};

/**
 * A name that can be shown, stored and saved under: no path, nothing that is not seen or that turns the
 * reading direction, and the ending of what the file truly is.
 */
export function fileName(
  given: string,
  { kind, mimeType }: { kind: FileKind; mimeType: MimeType },
) {
  const [ending, ...more] = endings[mimeType];
  const plain = plainName(given);
  const dot = plain.lastIndexOf('.');
  const said = dot > 0 ? plain.slice(dot + 1).toLowerCase() : '';
  const stem =
    (said !== '' && said.length <= 5 ? plain.slice(0, dot) : plain).trim() || unnamed[kind];
  const kept = [ending, ...more].includes(said) ? said : ending;
  return `${[...stem].slice(0, LONGEST_NAME).join('').trim()}.${kept}`;
}

/** What was given as a name, made harmless to show; may be empty. */
export function plainName(given: string): string {
  const last = given.toWellFormed().normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  return [...last.replace(UNSEEN, '').replace(/["<>|:*?]/g, ' ')]
    .slice(0, 2 * LONGEST_NAME)
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
}

// Control and format characters: among them those that show `exe.png` as `gnp.exe`.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFD]/gu;
