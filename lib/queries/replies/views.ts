import type { AfterReply } from '@/lib/domain/conversation/answering';
import type { Stray } from '@/lib/domain/replies/judge';
import type {
  Allowance,
  ReplyActions,
  ReplyMedia,
  ReplyPurpose,
  Risk,
} from '@/lib/domain/replies/reply';
import type { VersionState } from '@/lib/domain/replies/state';
import type { Segment } from '@/lib/domain/replies/template';
import type { ConversationRow } from '../inbox/views';

// What the screens are told of approved replies. Instants are ISO 8601.

/** One language of a reply in the library: what agents use now, and what is on its way. */
export type LanguageLine = {
  language: string;
  published: { versionId: string; number: number; validUntil: string | null } | null;
  /** The newest version that is not over and not published. */
  next: {
    versionId: string;
    number: number;
    state: VersionState;
    scheduledFor: string | null;
  } | null;
  /** How the newest one ended, where nothing is published and nothing is on its way. */
  ended: VersionState | null;
  /** A translation of words that are not the published ones of the source language any more. */
  stale: boolean;
};

/** A reply as a line of the library. */
export type LibraryLine = {
  id: string;
  key: string;
  title: string;
  folder: string;
  purpose: ReplyPurpose;
  risk: Risk;
  owner: { id: string; name: string };
  /** Handles; empty for all channels. */
  channels: { id: string; handle: string }[];
  sourceLanguage: string;
  languages: LanguageLine[];
  /** What comes first of the ends and of the re-readings of what is published. */
  due: { at: string; for: 'end' | 'review' } | null;
  /** How often it was sent in the last 30 days. */
  sent30: number;
  archived: boolean;
};

export type CommentView = {
  id: string;
  member: { id: string; name: string };
  body: string;
  quote: string;
  at: string;
  resolved: { by: string; at: string } | null;
};

type ReviewView = {
  member: { id: string; name: string };
  decision: 'approved' | 'changes_requested';
  comment: string;
  at: string;
  /** About exactly the words that stand there now. */
  holds: boolean;
};

export type VersionView = {
  id: string;
  replyId: string;
  language: string;
  number: number;
  state: VersionState;
  body: string;
  allowance: Allowance;
  risk: Risk;
  media: ReplyMedia[];
  actions: ReplyActions;
  validFrom: string | null;
  validUntil: string | null;
  reviewBy: string | null;
  sourceVersionId: string | null;
  author: { id: string; name: string };
  revision: number;
  bodyHash: string | null;
  createdAt: string;
  submittedAt: string | null;
  approvedAt: string | null;
  scheduled: boolean;
  publishedAt: string | null;
  publishedBy: string | null;
  endedAt: string | null;
  endedBy: string | null;
  endReason: string | null;
  /** Of a recalled one: in how many conversations its words left. */
  sentIn: number | null;
  reviews: ReviewView[];
  comments: CommentView[];
};

/** A reply with everything that was ever written for it, the newest version first. */
export type ReplyDetail = {
  id: string;
  key: string;
  title: string;
  folder: string;
  purpose: ReplyPurpose;
  risk: Risk;
  channelIds: string[];
  sourceLanguage: string;
  owner: { id: string; name: string };
  version: number;
  archived: boolean;
  versions: VersionView[];
};

/** A version that waits for a reviewer. */
export type ReviewLine = {
  versionId: string;
  replyId: string;
  key: string;
  title: string;
  language: string;
  number: number;
  risk: Risk;
  author: { id: string; name: string };
  submittedAt: string;
  /** How many approved it, and how many are needed. */
  approvals: number;
  needed: 1 | 2;
  /** The asker may decide: not the author, and not decided yet. */
  mayDecide: boolean;
};

/** A reply that agents can put into a message, as the picker holds it. */
export type PickerReply = {
  id: string;
  key: string;
  title: string;
  folder: string;
  purpose: ReplyPurpose;
  channelIds: string[];
  sourceLanguage: string;
  versions: {
    id: string;
    language: string;
    body: string;
    allowance: Allowance;
    media: ReplyMedia[];
    actions: ReplyActions;
  }[];
  /** How often it was sent in the last 90 days, by the intent of the message that it answered; `''` for none. */
  sentFor: Readonly<Record<string, number>>;
  lastSentAt: string | null;
};

/** What a conversation fills into a reply, and by what a reply is chosen for it. */
export type PickerSide = {
  values: Readonly<Record<string, string>>;
  channelId: string;
  network: string;
  language: string | null;
  channelLanguage: string;
  intent: string | null;
};

/** An approved reply that stands in the asker's unsent reply. */
export type UseView = {
  id: string;
  versionId: string;
  replyId: string;
  title: string;
  key: string;
  allowance: Allowance;
  state: VersionState;
  /** Why it was recalled. */
  endReason: string | null;
  segments: Segment[];
  /** What goes along with it, as files of the conversation. */
  fileIds: string[];
  actions: ReplyActions;
  insertedAt: string;
};

/** A file that was uploaded and not sent yet. */
type FileView = {
  id: string;
  name: string;
  kind: 'image' | 'gif' | 'video' | 'document';
  mimeType: string;
  size: number;
  width: number | null;
  height: number | null;
};

/** A reply that strayed from approved words and waits for somebody, or came back from them. */
export type ApprovalView = {
  id: string;
  conversationId: string;
  state: 'waiting' | 'returned';
  author: { id: string; name: string };
  body: string;
  files: FileView[];
  wish: AfterReply | null;
  askedAt: string;
  /** Who gave it back, and what they said. */
  decidedBy: string | null;
  comment: string;
  /** Why it may not leave by itself. */
  strays: Stray[];
  /** The approved words of each reply in it, as they were put there. */
  uses: { id: string; title: string; segments: Segment[] }[];
};

/** The same in the queue of those who decide, with whom it is to and what is promised to them. */
export type ApprovalLine = ApprovalView & { conversation: ConversationRow; channelHandle: string };
