import type { OutsideData, OutsideKind } from './outside-event';

/** What a contact's journey is made of. */
export const journeyKinds = [
  'private',
  'public',
  'note',
  'offer',
  'handoff',
  'consent',
  'event',
] as const;
export type JourneyKind = (typeof journeyKinds)[number];

/** Those kinds that an address asks for, in one order; all of them where it names none that there is. */
export function kindsAsked(text: string | null): JourneyKind[] {
  const named = (text ?? '').split(',');
  const asked = journeyKinds.filter((kind) => named.includes(kind));
  return asked.length === 0 ? [...journeyKinds] : asked;
}

/** A link as it may be followed from a page of ours: http and https alone. Null for anything else. */
export function safeLink(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, href, username, password } = new URL(url);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  return isWeb && username === '' && password === '' ? href : null;
}

/** What another system told, as it is shown. */
export type ToldElsewhere = {
  kind: OutsideKind;
  source: string;
  title: string;
  body: string | null;
  url: string | null;
  data: OutsideData;
};
