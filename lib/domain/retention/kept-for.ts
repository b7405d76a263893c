/** For how many days things are kept that nobody needs for ever. Messages, notes, events and what other systems told are not among them. */
export type KeptFor = {
  /** Webhook bodies that were read, byte for byte: what they said is in the messages. */
  webhookBodies: number;
  /** Those that could not be read, from the day they came. */
  quarantinedBodies: number;
  /** Sessions that are over, from the day they began: the door knows an address by them. */
  endedSessions: number;
  /** Drafts, since they were last touched. */
  drafts: number;
  notifications: number;
  /** What routing rules made of a message, and to whom the router gave what and why. */
  ruleRuns: number;
  /** Ways to a network and back that nobody finished. */
  connectAttempts: number;
};
