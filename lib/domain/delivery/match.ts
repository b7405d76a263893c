import { normaliseText } from './normalise';

/** A message of ours whose fate is open. Times in epoch milliseconds. */
export type Sought = {
  messageId: string;
  /** Whom it is said to; of a public answer, the post that it answers. */
  personExternalId: string;
  text: string;
  attachmentCount: number;
  /** When its oldest attempt without a proven end began. */
  since: number;
};

/** A message of our account as the network shows it, which no message of ours is bound to yet. */
export type Shown = {
  externalId: string;
  personExternalId: string;
  text: string;
  attachmentCount: number;
  at: number;
};

export type Match = { messageId: string; externalId: string; at: number };

/**
 * Which of the messages sought are among those shown: to the same person, the same text, not older
 * than the attempt but for `lookBackMs` of difference between clocks. The oldest takes the oldest.
 */
export function matchSent(
  sought: readonly Sought[],
  shown: readonly Shown[],
  lookBackMs: number,
): Match[] {
  const free = shown
    .map((one) => ({ ...one, text: normaliseText(one.text) }))
    .sort((a, b) => a.at - b.at);
  const matches: Match[] = [];
  for (const one of [...sought].sort((a, b) => a.since - b.since)) {
    const text = normaliseText(one.text);
    const index = free.findIndex(
      (candidate) =>
        candidate.personExternalId === one.personExternalId &&
        candidate.attachmentCount === one.attachmentCount &&
        candidate.at >= one.since - lookBackMs &&
        candidate.text === text,
    );
    const [found] = index < 0 ? [] : free.splice(index, 1);
    if (found) {
      matches.push({ messageId: one.messageId, externalId: found.externalId, at: found.at });
    }
  }
  return matches;
}
