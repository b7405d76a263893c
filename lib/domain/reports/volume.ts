import type { By, Given, Timed } from './address';
import { idOf, timeAsked, timeSearch } from './address';

/** What the address of the report of volume asks for; a channel of null is all of them. */
export type VolumeAsked = Timed & { channel: string | null };

/** What its numbers count. */
export const volumeKinds = ['received', 'started', 'returned'] as const;
export type VolumeKind = (typeof volumeKinds)[number];

/** Reads an address. Whatever it does not understand it leaves out. */
export function volumeAsked(given: Given, by: By): VolumeAsked {
  return { ...timeAsked(given, by), channel: idOf(given['channel']) };
}

export function volumeSearch({ channel, ...time }: VolumeAsked): URLSearchParams {
  const search = timeSearch(time);
  if (channel !== null) search.set('channel', channel);
  return search;
}

export function volumeKindOf(value: unknown): VolumeKind {
  return volumeKinds.find((each) => each === value) ?? 'received';
}
