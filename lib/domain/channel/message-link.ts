/** No vowels, so that no reference is a word; nothing that is taken for something else when read aloud. */
const letters = '23456789BCDFGHJKLMNPQRSTVWXZ';
const LENGTH = 6;

export const mostFirstWords = 200;

/** A reference out of so many numbers from 0 to 1 (exclusive), which the caller draws. */
export function referenceFrom(draw: () => number): string {
  const letter = () => letters.charAt(Math.floor(draw() * letters.length));
  return Array.from({ length: LENGTH }, letter).join('');
}

const reference = `[${letters}]{${LENGTH}}`;
const isWhole = new RegExp(`^${reference}$`, 'i');
const isIn = new RegExp(`\\(ref (${reference})\\)`, 'i');

/** A reference as it is kept, of one that somebody may have typed; undefined for what is none. */
export function referenceOf(typed: string): string | undefined {
  return isWhole.test(typed) ? typed.toUpperCase() : undefined;
}

/** The words that a customer finds in their message when they come by a link. */
export function wordsWith(firstWords: string, of: string): string {
  return `${firstWords} (ref ${of})`.trim();
}

/** The reference that a message carries, if the customer left it there. */
export function referenceIn(text: string): string | undefined {
  return isIn.exec(text)?.[1]?.toUpperCase();
}

/** The words on the button, in the page of the brand. */
export const linkLabel = 'Message us';

/** How the button looks, on whatever page: no sheet, no script, large enough for a finger. */
export const buttonLook = {
  display: 'inline-block',
  padding: '12px 20px',
  borderRadius: '8px',
  background: '#1f1b16',
  color: '#ffffff',
  font: '600 16px/20px system-ui, sans-serif',
  textDecoration: 'none',
} as const;

/** A link for the brand's own page, as HTML. */
export function linkHtml(address: string, label: string): string {
  return `<a href="${escaped(address)}" rel="nofollow">${escaped(label)}</a>`;
}

/** The same as a button. */
export function buttonHtml(address: string, label: string): string {
  const style = Object.entries(buttonLook)
    .map(
      ([name, value]) =>
        `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value}`,
    )
    .join(';');
  return `<a href="${escaped(address)}" rel="nofollow" style="${escaped(style)}">${escaped(label)}</a>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
