const entities = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
]);

/** Undoes the escaping of `&`, `<` and `>` exactly once: `&amp;lt;` becomes `&lt;`. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:amp|lt|gt);/g, (entity) => entities.get(entity) ?? entity);
}

/** What PostgreSQL can hold: U+0000 and lone surrogates become U+FFFD, all else stays. */
export function storable(text: string): string {
  return text.replace(/[\0\p{Surrogate}]/gu, '\uFFFD');
}

/**
 * The form in which two texts are compared when we ask "is this the message that we sent?".
 * Only for comparing: never shown, never stored as the text.
 */
export function normaliseText(text: string): string {
  return decodeEntities(storable(text))
    .normalize('NFC')
    .replace(/https?:\/\//gi, '')
    .replace(addresses, (address) => address.toLowerCase().replace(/\/$/, ''))
    .replace(/\s+/g, ' ')
    .trim();
}

/** A network links `Shop.example` and gives it back as `http://shop.example/`. */
const addresses = /(?<![a-z0-9-])[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/(?!\S))?/gi;

/** What a post says without the names that a network puts before an answer: for comparing only. */
export function withoutLeadingNames(text: string): string {
  return text.replace(/^(?:\s*@[A-Za-z0-9_]{1,15}(?=\s))+\s*/, '');
}
