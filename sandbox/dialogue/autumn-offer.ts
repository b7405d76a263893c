/** An offer that the shop sent to some of those who had agreed to it, each with a code of their own. */
export const autumnOffer = {
  name: 'November tubs',
  body: 'Hi {name}, the November tubs are out: brown bread, quince and a very dark chocolate. Ten per cent off both shops until Sunday with {code}.',
  /** Who got it, by username, in this order and a minute after one another. */
  codes: {
    elodiemercier: 'TUB-4K7M',
    amaraeze: 'TUB-9QXD',
    hollyfinch_: 'TUB-2HRW',
    haruka_amai: 'TUB-7VNC',
  },
} as const;

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** When it was started, for a story that ends at `now`. */
export function offeredAt(now: number): number {
  return now - 16.5 * DAY_MS;
}

/** What it said to somebody and when; undefined to whoever did not get it. */
export function offerTo(
  { username, name }: { username: string; name: string },
  now: number,
): { text: string; atMs: number } | undefined {
  const place = Object.keys(autumnOffer.codes).indexOf(username);
  const code = Object.values(autumnOffer.codes)[place];
  if (code === undefined) return undefined;
  const text = autumnOffer.body.replace('{name}', name).replace('{code}', code);
  return { text, atMs: offeredAt(now) + (place + 1) * MINUTE_MS };
}
