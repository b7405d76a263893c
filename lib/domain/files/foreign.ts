import { says, tagAt } from './bytes';

/** What else people try to attach, by how it begins. First match wins. */
const beginnings: readonly (readonly [at: number, text: string, what: string])[] = [
  [0, 'PK\x03\x04', 'a ZIP archive or an Office document'],
  [0, 'MZ', 'a program for Windows'],
  [0, '\x7fELF', 'a program'],
  [0, '#!', 'a script'],
  [0, '\x1f\x8b', 'a GZIP archive'],
  [0, 'Rar!', 'a RAR archive'],
  [0, '7z\xbc\xaf', 'a 7-Zip archive'],
  [0, 'II*\0', 'a TIFF picture'],
  [0, 'MM\0*', 'a TIFF picture'],
  [0, 'BM', 'a BMP picture'],
  [0, '8BPS', 'a Photoshop file'],
  [0, '\0\0\x01\0', 'an icon'],
  [0, '\x1aE\xdf\xa3', 'a WebM or Matroska video'],
  [8, 'AVI ', 'an AVI video'],
  [8, 'WAVE', 'a WAVE sound'],
  [0, 'ID3', 'an MP3 sound'],
  [0, 'OggS', 'an Ogg file'],
  [0, 'fLaC', 'a FLAC sound'],
  [0, '\xd0\xcf\x11\xe0', 'an old Office document'],
  [0, '{\\rtf', 'an RTF document'],
];

/** Relatives of MP4 that share its beginning. */
const relatives: Readonly<Record<string, string>> = {
  'qt  ': 'a QuickTime video',
  'M4A ': 'a sound',
  heic: 'an HEIC picture',
  heix: 'an HEIC picture',
  mif1: 'an HEIC picture',
  avif: 'an AVIF picture',
  avis: 'an AVIF picture',
};

const LOOK_AT_BYTES = 1_024;

/** A name for what these bytes are, in words for a person. */
export function nameOfForeign(bytes: Uint8Array): string {
  const known = beginnings.find(([at, text]) => says(bytes, at, text));
  if (known) return known[2];
  if (says(bytes, 4, 'ftyp')) return relatives[tagAt(bytes, 8)] ?? 'a video of another kind';
  return nameOfText(bytes) ?? 'a kind of file that Porchlight does not know';
}

function nameOfText(bytes: Uint8Array): string | undefined {
  const text = textIn(bytes.subarray(0, LOOK_AT_BYTES));
  if (text === undefined) return undefined;
  if (/<svg[\s>]/i.test(text)) return 'an SVG drawing';
  if (/^\s*(<!doctype html|<html|<head|<body|<script)/i.test(text)) return 'a web page (HTML)';
  if (/^\s*<\?xml/i.test(text)) return 'an XML document';
  return 'a text';
}

/** Undefined for what holds bytes that no text holds. */
function textIn(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder().decode(bytes);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells the two apart
  return /[\0-\x08\x0e-\x1a]/.test(text) ? undefined : text.replace(/^\uFEFF/, '');
}
