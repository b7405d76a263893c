import { randomUUID } from 'node:crypto';

/** Numbers too great for JavaScript, written as bare digits, as the network does in its older shapes. */
export function wireJson(value: unknown): Buffer {
  const marker = randomUUID();
  const text = JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'bigint' ? `${marker}${each}` : each,
  );
  return Buffer.from(text.replace(new RegExp(`"${marker}(\\d+)"`, 'g'), '$1'));
}
