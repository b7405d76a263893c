import type { ContactKind } from '@/lib/domain/contact/contact';
import type {
  Attachment,
  ConversationKind,
  MessageKind,
  Status,
  Unreadable,
} from '@/lib/domain/conversation/conversation';
import type { DraftMode } from '@/lib/domain/conversation/draft';
import type { EventType } from '@/lib/domain/conversation/events';
import type { PublicPost } from '@/lib/domain/conversation/post';
import type { DeliveryReason } from '@/lib/domain/delivery/reasons';
import type { DeliveryState } from '@/lib/domain/delivery/states';
import type { Decision } from '@/lib/domain/permissions/decide';
import type { Fact } from '@/lib/domain/permissions/finding';
import type { BlockProblem, BlockState } from '@/lib/domain/permissions/message-block';
import type { PrivateWay } from '@/lib/domain/permissions/private-way';
import type { Intent, Urgency } from '@/lib/domain/triage/intent';
import type { Quarantine } from '@/lib/domain/triage/quarantine';
import type { Signal } from '@/lib/domain/triage/signal';
import type { ApprovalView, UseView } from '../replies/views';
import type { ConversationRow } from './views';

// What the screens are told of one conversation, as `views.ts` says of all else.

export type DeliveryView = {
  state: DeliveryState;
  reason: DeliveryReason | null;
  /** What the network said, in its words. */
  detail: string | null;
  /** When a queued message will go out at the earliest. */
  notBefore: string;
  attemptNo: number;
  updatedAt: string;
  /** A queued message waits for this earlier one of the same conversation. */
  waitsFor: string | null;
};

/** A file that goes along with a message. `fileId` is null for what is not here, or not here yet. */
export type AttachmentView = Omit<Attachment, 'url' | 'fileId'> & { fileId: string | null };

/** Its network id is null while the network does not have it. */
type PostView = PublicPost & { externalId: string | null };

export type MessageItem = {
  id: string;
  kind: MessageKind;
  authorId: string | null;
  body: string;
  /** What wrote it when no person typed it. */
  automatic: 'opt_out' | 'offer' | null;
  unreadable: Unreadable | null;
  /** Without network addresses: the browser loads what we keep, under `fileId`. */
  attachments: AttachmentView[];
  at: string;
  clientKey: string | null;
  /** Of a public post: what it answers and quotes, and where it stands on the network. */
  post: PostView | null;
  /** The members whom a note names. */
  mentionIds: string[];
  /** Null for what did not leave from Porchlight. */
  delivery: DeliveryView | null;
};

/** Something that happened, between the messages. */
export type ThreadFact = {
  seq: number;
  type: EventType;
  actorId: string | null;
  memberId: string | null;
  data: Readonly<Record<string, string | number | boolean | null>>;
  at: string;
};

export type ConversationDetail = ConversationRow & {
  channel: {
    id: string;
    externalId: string;
    handle: string;
    name: string;
    network: string;
    status: string;
  };
  /** Whether a person may answer now, and why. */
  permission: Decision;
  /** Of a public conversation: the network's id of the post that its thread began with. */
  publicThread: string | null;
  /** Of a public conversation: the post that a reply would answer, and what the network asks for one, in US dollars. */
  inPublic: {
    answers: string | null;
    costs: { reply: number; withLink: number; asOf: string };
    /** How it can go on in private. */
    way: PrivateWay;
    /** The approved invitations, in their order. */
    invitations: { id: string; body: string }[];
    /** When it was taken private; null when it was not. */
    handoff: { how: 'invited' | 'written'; invitedAt: string; arrivedAt: string | null } | null;
  } | null;
  /** All that is known of the two sides in this. */
  relation: Fact[];
  contact: {
    id: string;
    name: string;
    handle: string | null;
    verified: boolean | null;
    followerCount: number | null;
    kind: ContactKind;
  };
  /** The "message us" link by which they came last; null when they came by none. */
  cameFrom: string | null;
  /** Routing rules were asked about one of its messages. */
  isRuled: boolean;
  /** What their newest message was taken for; null when nothing was judged. */
  triage: TriageView | null;
  /** Whether the network takes their private messages for us; null where there is nothing to tell. */
  block: BlockView | null;
  /** Why it was put aside as spam without a person; null when it was not. */
  quarantine: Quarantine | null;
  episode: number;
  createdAt: string;
  resolvedAt: string | null;
  resolvedBy: string | null;
  /** Since when it has its status. */
  statusAt: string;
  /** Up to where the asker has read it, at least what was there before they joined; null for nothing at all. */
  readUpTo: string | null;
};

/** What became of a block on the network: who wanted it as it is wanted now, and who the one that holds. */
export type BlockView = {
  state: BlockState;
  askedBy: string;
  askedAt: string;
  problem: BlockProblem | null;
  blockedBy: string | null;
  blockedAt: string | null;
};

/** What a message was taken for, how sure that is, and the words that led to it; what a person says of it holds. */
export type TriageView = {
  messageId: string;
  intent: Intent;
  urgency: Urgency;
  language: string | null;
  /** 0 to 1. */
  confidence: number;
  words: { signal: Signal; text: string }[];
  corrected: Intent | null;
};

/** One consistent moment of a conversation. `seq` goes back with a reply as what its writer had seen. */
export type ThreadView = {
  conversation: ConversationDetail;
  /** Oldest first. */
  messages: MessageItem[];
  facts: ThreadFact[];
  /** Opaque; null when the first message is on this page. */
  olderCursor: string | null;
  seq: number;
};

export type OlderMessages = {
  messages: MessageItem[];
  facts: ThreadFact[];
  olderCursor: string | null;
};

/** What happened in a conversation, newest first. */
export type ActivityPage = { items: ThreadFact[]; nextCursor: string | null };

/** When a contact came before, newest first. */
export type ContactHistory = {
  /** The beginnings of this conversation's newest visits, by number; empty when this is the only one. */
  visits: { no: number; at: string }[];
  /** Their other conversations with us. */
  others: {
    id: string;
    kind: ConversationKind;
    channelId: string;
    network: string;
    status: Status;
    preview: string;
    lastMessageAt: string;
  }[];
};

/** What is begun in a conversation and not sent. */
export type DraftsView = {
  mine: { mode: DraftMode; body: string; revision: number; updatedAt: string }[];
  /** The words of colleagues only for who may take them over. */
  others: { memberId: string; mode: DraftMode; body: string | null; updatedAt: string }[];
  /** The approved replies that stand in the asker's reply. */
  uses: UseView[];
  /** What waits for somebody's approval here, and what came back to the asker and was not written anew since. */
  approvals: ApprovalView[];
};
