import type { Door } from '../permissions/x-rules';

/** Where on a network its holder sets the door, and what the network calls each way to set it. */
export type DoorSetting = {
  link: string;
  /** What one presses, one after the other. */
  path: readonly string[];
  /** The question under which the choices stand. */
  question: string;
  /** The doors that the network knows today, the most open first, in its own words. */
  choices: readonly { door: Door; word: string }[];
};

const settings: Record<string, DoorSetting> = {
  x: {
    link: 'https://x.com/settings/direct_messages',
    path: ['Settings and privacy', 'Privacy and safety', 'Direct messages'],
    question: 'Allow message requests from',
    choices: [
      { door: 'everyone', word: 'Everyone' },
      { door: 'verified', word: 'Verified users' },
      { door: 'nobody', word: 'No one' },
    ],
  },
};

/** Undefined for a network where there is no such setting. */
export function doorSettingOf(network: string): DoorSetting | undefined {
  return settings[network];
}

/** Whether the network knows this way to set a door. */
export function hasDoor(network: string, door: Door): boolean {
  return settings[network]?.choices.some((choice) => choice.door === door) ?? false;
}

/** How a change of a door came to be known: an admin said so, we made it, or the network told when asked. */
export type DoorWay = 'recorded' | 'switched' | 'found';

/** Who may message the account, as a heading and as a sentence. */
export const doorWords: Readonly<Record<Door, { title: string; sentence: string }>> = {
  everyone: {
    title: 'Open to everyone',
    sentence: 'Anyone can message it; strangers arrive as requests.',
  },
  verified: {
    title: 'Open to verified accounts',
    sentence: 'Verified accounts can message it, and those it follows or has written to.',
  },
  followers: {
    title: 'Open to followers',
    sentence: 'Followers can message it, and those it follows.',
  },
  nobody: {
    title: 'Closed to strangers',
    sentence: 'Only those it follows or has written to can message it.',
  },
};

const openness: Readonly<Record<Door, number>> = {
  everyone: 3,
  verified: 2,
  followers: 1,
  nobody: 0,
};

/** Whether somebody more may write after the change than before it. A door that nobody knows counts as closed. */
export function opens(from: Door | null, to: Door): boolean {
  return openness[to] > openness[from ?? 'nobody'];
}
