/** Why a conversation was put aside without a person. */
export const spamSigns = ['repeated', 'link_only', 'blocked_domain', 'words'] as const;
export type SpamSign = (typeof spamSigns)[number];

/** What was seen, with the text or domain that showed it, and when. */
export type Quarantine = {
  signs: readonly { sign: SpamSign; shown: string }[];
  /** ISO instant. */
  at: string;
};
