import type { DraftMode } from '@/lib/domain/conversation/draft';
import { draftModes } from '@/lib/domain/conversation/draft';
import type { AttachmentView } from '@/lib/queries/inbox/thread-views';

export const modes = draftModes;
export type Mode = DraftMode;

/** What becomes of a conversation after a reply; `waiting` is on the customer. */
export type After = 'waiting' | 'open' | 'resolved' | 'on_hold';

/** One try to write something. The key stays the same however often it is tried. */
export type Attempt = {
  mode: Mode;
  clientKey: string;
  text: string;
  /** What the writer had on screen. */
  seenSeq: number;
  override: boolean;
  /** It strayed from approved words and is to be approved by somebody: no message before that. */
  asks: boolean;
  /** Without what the approved replies in it do along with the send. */
  wordsOnly: boolean;
  /** The newest revision that a save of this draft may have on the server. */
  draftRevision: number;
  /** What its writer chose; without it, an open conversation waits for the customer. */
  after: After | undefined;
  /** The colleagues whom a note names. */
  mentionIds: readonly string[];
  /** The files that go along. */
  attachments: readonly AttachmentView[];
};

/** What the server says of a message that it took; a reply may still be with us for a moment. */
export type Sent = { messageId: string; heldMs?: number } | { approvalId: string };

/** Under which the writes of a conversation are found while they are on their way. */
export function writeKey(conversationId: string) {
  return ['write', conversationId] as const;
}
