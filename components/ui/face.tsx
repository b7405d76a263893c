'use no memo'; // Drawn once or seldom: remembering its parts would only weigh on the first load.

import { clsx } from 'clsx';

const sizes = {
  small: 'size-5 text-fact leading-none',
  row: 'size-8 text-fact leading-none',
  large: 'size-11 text-title leading-none',
};

/** A person as initials on a colour that stays theirs: pictures would be loaded from the network. */
export function Face({
  id,
  name,
  size = 'row',
  label,
}: {
  id: string;
  name: string;
  size?: keyof typeof sizes;
  /** Said aloud; without it the name stands beside the face and the face is silent. */
  label?: string;
}) {
  const letters = initials(name);
  return (
    <span
      data-hue={hueOf(id)}
      {...(label ? { role: 'img', 'aria-label': label, title: label } : { 'aria-hidden': true })}
      className={clsx(
        'face-colour grid shrink-0 select-none place-items-center rounded-full font-title',
        sizes[size],
      )}
    >
      {size === 'small' ? letters.slice(0, 1) : letters}
    </span>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /\p{L}|\p{N}/u.test(word));
  const first = words.at(0)?.match(/[\p{L}\p{N}]/u)?.[0] ?? '?';
  const last = words.length > 1 ? (words.at(-1)?.match(/[\p{L}\p{N}]/u)?.[0] ?? '') : '';
  return `${first}${last}`.toUpperCase();
}

function hueOf(id: string): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 9973;
  return sum % 12;
}
