/** How a post called the account: it named it, answered a post of its, or quoted one. */
export type Calling = 'named' | 'answered' | 'quoted';

/** Another post that a post speaks of, as far as the network told of it. */
export type PostReference = { externalId: string; handle?: string; text?: string };

/** What a public post says beside its words. */
export type PublicPost = {
  /** Left out of our own. */
  calling?: Calling;
  /** Its author named or quoted the account, which lets an app answer it. */
  summons?: boolean;
  /** Ours: it carries the button that opens a private message to the account. */
  invites?: true;
  answers?: PostReference;
  quotes?: PostReference;
};
