import type { ChannelHealthView } from '@/lib/queries/channels/channel-health';

export type Tone = 'well' | 'careful' | 'grave' | 'off';

/** Looks come every quarter of an hour: longer without a sign of life than this is no accident. */
const SILENCE_MS = 60 * 60_000;

/** What a channel is, in one or a few words, and how serious that is. `now` in epoch milliseconds. */
export function standingOf(
  { status, lastProofAt, subscribedAt, silence }: ChannelHealthView,
  now: number,
): { word: string; tone: Tone } {
  switch (status) {
    case 'disconnected':
      return { word: 'Disconnected', tone: 'off' };
    case 'reconnect':
      return { word: 'Connect again', tone: 'grave' };
    case 'paused':
      return { word: 'Paused', tone: 'careful' };
    case 'connected': {
      const heardAt = lastProofAt ?? subscribedAt;
      if (heardAt === null) return { word: 'Starting', tone: 'careful' };
      if (hasGoneQuiet(heardAt, now)) return { word: 'No sign of life', tone: 'careful' };
      return silence.since === null
        ? { word: 'Connected', tone: 'well' }
        : { word: 'Silent', tone: 'careful' };
    }
  }
}

function hasGoneQuiet(heardAt: string, now: number): boolean {
  return now - Date.parse(heardAt) > SILENCE_MS;
}

/** What a silence may mean, and what to do about it: it depends on whether the network answers us. */
export function silenceSentence(
  { lastProofAt, problem }: Pick<ChannelHealthView, 'lastProofAt' | 'problem'>,
  now: number,
): string {
  const isAnswered = lastProofAt !== null && !hasGoneQuiet(lastProofAt, now) && problem === null;
  return isAnswered
    ? 'The network answers our look-ups and shows nothing new, so nothing is lost on the way. See on the network whether strangers may still message the account, and write to it from another one.'
    : 'Our look-ups do not get through either, so messages may be waiting there. Check now, and connect again if that does not help.';
}

/** A length of time in minutes as people say it: "45 minutes", "18 hours", "3 days". */
export function spanOf(minutes: number): string {
  if (minutes < 60) return countOf(Math.round(minutes), 'minute');
  if (minutes < 48 * 60) return countOf(Math.round(minutes / 60), 'hour');
  return countOf(Math.round(minutes / 60 / 24), 'day');
}

function countOf(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count} ${what}s`;
}

/** What the code of an unfinished look means, for a person. */
export function problemSentence(problem: string): string {
  const known = Object.entries(sentences).find(([code]) => problem.includes(code));
  return known?.[1] ?? `The last look after this channel did not finish (${problem}).`;
}

const sentences: Record<string, string> = {
  access_lost: 'The network no longer takes our sign-in. Connect the channel again.',
  token_unreadable:
    'The stored sign-in cannot be read with the configured keys. Restore the key, or connect again.',
  messages_skipped: 'Some messages that a look-up found could not be taken in. The log names them.',
  credits_depleted: 'The credits for the network’s API are used up.',
  subscribe_:
    'The network has not agreed to push new messages. They are looked up instead, a few minutes late.',
  rate_limited: 'The network takes no more look-ups for now. It is asked again by itself.',
  unreachable: 'The network could not be reached. It is asked again by itself.',
};

/** What became of an attempt to connect, by the word in the address. */
export const connectOutcomes: Readonly<Record<string, { sentence: string; isGood: boolean }>> = {
  connected: {
    sentence: 'Connected. Messages of the last week are being looked up.',
    isGood: true,
  },
  denied: { sentence: 'The network says that access was not granted.', isGood: false },
  over: {
    sentence: 'This attempt to connect is over or was begun by somebody else. Begin again.',
    isGood: false,
  },
  elsewhere: {
    sentence:
      'This account is connected in another workspace. It has to be disconnected there first.',
    isGood: false,
  },
  forbidden: { sentence: 'Only admins connect channels.', isGood: false },
  'signed-out': { sentence: 'You were signed out meanwhile. Begin again.', isGood: false },
  failed: {
    sentence: 'The network did not complete the connection. Nothing was changed; try again.',
    isGood: false,
  },
};

/** What is wrong with a delivery that was set aside, for a person. */
export function quarantineSentence(problem: string): string {
  if (problem === 'not_understood')
    return 'Its contents are in a form that Porchlight does not know.';
  if (problem.startsWith('database_')) return `The database did not take it (${problem.slice(9)}).`;
  return `Taking it in failed every time (${problem}).`;
}
