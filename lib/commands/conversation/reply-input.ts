import { z } from 'zod';
import { afterReply } from '@/lib/domain/conversation/answering';
import { fileIdsInput } from '../file/take-along';

/** A reply as its writer hands it in, to be sent or to be approved. */
export const replyInput = z.strictObject({
  conversationId: z.uuid(),
  clientKey: z.uuid(),
  body: z.string().max(100_000),
  /** The `seq` of the thread that the writer had on screen. */
  seenSeq: z.int().min(0),
  override: z.boolean().optional(),
  draftRevision: z.int().min(1).optional(),
  fileIds: fileIdsInput,
  /** Without what the approved replies in it do along with the send. */
  wordsOnly: z.boolean().default(false),
  /** Where the conversation goes; without it, from open to waiting for the customer. */
  // biome-ignore lint/suspicious/noThenProperty: a word, never a function
  then: z.enum(afterReply).optional(),
});
