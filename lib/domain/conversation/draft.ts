/** A draft is kept for each person, conversation and mode. */
export const draftModes = ['reply', 'note'] as const;
export type DraftMode = (typeof draftModes)[number];

/** What is kept on the server, in characters as the database's driver counts them. */
export const longestDraft = 100_000;

/** A text put before another that must not be lost. */
export function joined(first: string, then: string): string {
  return first && then ? `${first}\n\n${then}` : first || then;
}
