import { doorSettingOf, doorWords } from '@/lib/domain/channel/door';
import { networkName } from '@/lib/domain/channel/network-name';
import type { DoorEffect } from '@/lib/domain/permissions/door-effect';
import type { Door } from '@/lib/domain/permissions/x-rules';
import type { DoorView } from '@/lib/door';
import type { DoorChangeView } from '@/lib/queries/door/door-list';

type Change = Pick<DoorChangeView, 'how' | 'by'>;

/** Who brought a change about, or who found it: "Ada Quill set it here". */
export function broughtBy({ how, by }: Change, network: string): string {
  const name = networkName(network);
  if (how === 'found') return `Found on ${name} when ${by ?? 'somebody'} asked`;
  const who = by ?? 'Somebody';
  return how === 'switched'
    ? `${who} set it from here`
    : `${who} set it on ${name} and recorded it`;
}

/** What turning the door to this is called on the button that does it. */
export function turnWords(door: Door, handle: string): string {
  return {
    everyone: `Open @${handle} to everyone`,
    verified: `Open @${handle} to verified accounts`,
    followers: `Open @${handle} to followers`,
    nobody: `Close @${handle} to strangers`,
  }[door];
}

/** How the network itself calls a door. */
export function wordOf(network: string, door: Door): string {
  const choice = doorSettingOf(network)?.choices.find((each) => each.door === door);
  return choice?.word ?? doorWords[door].title;
}

/** One line of what a door would change: how many people, and what for them. */
export type EffectLine = { count: number; says: string };

const lines: readonly [Exclude<keyof DoorEffect, 'known'>, (handle: string) => string][] = [
  ['gained', (handle) => `cannot message @${handle} now, and could then`],
  ['perhapsGained', () => 'perhaps cannot now, and could then'],
  ['lost', (handle) => `can message @${handle} now, and could not any more`],
  ['perhapsLost', () => 'can now, and perhaps could not any more'],
  ['admitted', () => 'can message it either way'],
  ['refused', () => 'cannot either way'],
  ['unclear', () => 'of whom too little is known to say'],
];

/** What a door would change, the changes first; nothing about columns in which nobody is. */
export function effectLines(effect: DoorEffect, handle: string): EffectLine[] {
  return lines
    .map(([column, says]) => ({ count: effect[column], says: says(handle) }))
    .filter(({ count }) => count > 0);
}

/** Why the network did not do what was asked. */
export function whyNot(problem: string | null, { network, handle }: DoorView): string {
  const name = networkName(network);
  if (problem === 'access_lost') return `${name} no longer takes our sign-in for @${handle}.`;
  if (problem === 'not_taken') return `${name} answered, but left the door as it is.`;
  if (problem === 'NoDoorControl') return `${name} lets no app change this setting.`;
  if (problem?.includes('credits_depleted')) return `The credits for ${name}’s API are used up.`;
  if (problem?.includes('refused')) return `${name} refused it.`;
  if (problem?.includes('rate_limited')) return `${name} takes no more calls for now.`;
  return `${name} could not be reached.`;
}
