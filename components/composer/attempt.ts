export const modes = ['reply', 'note'] as const;
export type Mode = (typeof modes)[number];

/** One try to write something. The key stays the same however often it is tried. */
export type Attempt = {
  mode: Mode;
  clientKey: string;
  text: string;
  /** What the writer had on screen. */
  seenSeq: number;
  override: boolean;
};

/** Under which the writes of a conversation are found while they are on their way. */
export function writeKey(conversationId: string) {
  return ['write', conversationId] as const;
}
