import type { Attachment } from '@/lib/domain/conversation/conversation';
import type { PublicPost } from '@/lib/domain/conversation/post';

/** A person as their network describes them now. */
export type ToldPerson = {
  externalId: string;
  handle?: string;
  name?: string;
  avatarUrl?: string;
  verified?: boolean;
  followerCount?: number;
};

/** A message that a network told us of, and the channel it belongs to. `at` is the network's own time. */
export type ToldMessage = {
  channelId: string;
  kind: 'message' | 'unreadable';
  externalId: string;
  /** The person on the other side, never the brand. */
  participant: ToldPerson;
  text: string;
  attachments: Attachment[];
  at: Date;
  /** Of a public post: its thread, by the network's id of the post that began it, and what it speaks of. */
  post?: PublicPost & { thread: string };
  initiatedVia?: { postId?: string; welcomeMessageId?: string };
  /** True when a look-up found it, because no webhook had brought it. */
  healed?: boolean;
};

/** What became of it. `repeated`: it was here already. `gone`: the channel is not ours any more. */
export type Receipt = 'received' | 'repeated' | 'gone';
