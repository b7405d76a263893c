import type { By, Given, Timed } from './address';
import { idOf, timeAsked, timeSearch } from './address';
import type { Period } from './period';
import { eachDay } from './period';

/** What the address of the report of volume asks for; a channel of null is all of them. */
export type VolumeAsked = Timed & { channel: string | null };

/** What its numbers count. */
export const volumeKinds = ['received', 'started', 'returned'] as const;
export type VolumeKind = (typeof volumeKinds)[number];

/** How much came in. */
export type Volume = {
  /** Conversations that began: for the first time, or again. */
  started: number;
  /** Of those, how many came back. */
  returned: number;
  received: number;
};

export type DayVolume = Volume & { day: string };

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

/** Each day of a period, also those on which nothing came. */
export function withQuietDays(period: Period, days: readonly DayVolume[]): DayVolume[] {
  const known = new Map(days.map((one) => [one.day, one]));
  const none = { started: 0, returned: 0, received: 0 };
  return eachDay(period).map((day) => known.get(day) ?? { day, ...none });
}
