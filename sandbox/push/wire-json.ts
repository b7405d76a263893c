import { randomUUID } from 'node:crypto';

const mark = randomUUID();
const marked = new RegExp(`"${mark}(\\d+)"`, 'g');

/** A number too great for JavaScript, to be written as bare digits, as the network does in its older shapes. */
export const bareNumber = (digits: string) => `${mark}${digits}`;

export function wireJson(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value).replace(marked, '$1'));
}
