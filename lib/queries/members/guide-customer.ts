import { createHash } from 'node:crypto';

/** The person as whom a member writes to themself in the sandbox: each member their own, always the same one. */
export type GuideCustomer = { id: string; username: string; name: string };

const names = [
  'Nora Field',
  'Tomás Rey',
  'Amina Cole',
  'Felix Hartmann',
  'Yuki Arden',
  'Rosa Leclair',
  'Sam Whitby',
  'Ines Halloran',
];

export function guideCustomer(memberId: string): GuideCustomer {
  const hash = createHash('sha256').update(`guide:${memberId}`).digest();
  const name = names[hash.readUInt8(0) % names.length] ?? 'Nora Field';
  const first = name
    .split(' ')[0]
    ?.normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
  return {
    // 19 digits, as the network's ids have.
    id: String(10n ** 18n + (hash.readBigUInt64BE(8) % 10n ** 18n)),
    username: `${first}_${hash.toString('hex', 16, 19)}`,
    name,
  };
}
