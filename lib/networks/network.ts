import type { Attachment } from '@/lib/domain/conversation/conversation';
import type { PublicPost } from '@/lib/domain/conversation/post';
import type { DeliveryReason, SendOutcome } from '@/lib/domain/delivery/reasons';
import type { FileRules } from '@/lib/domain/files/rules';
import type { Door } from '@/lib/domain/permissions/x-rules';

/** A person as the network describes them. Ids stay strings: they exceed 2^53. */
export type Person = {
  externalId: string;
  handle?: string;
  name?: string;
  avatarUrl?: string;
  verified?: boolean;
  followerCount?: number;
  /** How they and the account that asked stand to each other, as far as the network says. */
  relation?: Partial<Record<RelationFact, boolean>>;
};

/** What a network tells of a person and an account of ours; `answer` is its word on whether we may write. */
export type RelationFact =
  | 'answer'
  | 'recipientFollowsSender'
  | 'senderFollowsRecipient'
  | 'blockedByUs'
  | 'blockedByThem';

/**
 * One thing a webhook or a look-up told us. `channelExternalId` is the brand account it concerns.
 * `unreadable` is a message that exists but that we cannot read (end-to-end encrypted).
 */
export type InboundEvent =
  | {
      kind: 'message' | 'unreadable';
      channelExternalId: string;
      direction: 'inbound' | 'outbound';
      externalId: string;
      /** The person on the other side, never the brand. */
      participant: Person;
      text: string;
      attachments: Attachment[];
      /** The network's own time of the message. */
      at: Date;
      /** What led to it, such as the public post whose deep link was used. */
      initiatedVia?: { postId?: string; welcomeMessageId?: string };
    }
  /** A public post that calls the account, or one of its own that answers somebody (`outbound`). */
  | {
      kind: 'mention';
      channelExternalId: string;
      direction: 'inbound' | 'outbound';
      externalId: string;
      /** The post that its thread began with. */
      threadExternalId: string;
      /** Its author; of our own, whom it answers. */
      participant: Person;
      text: string;
      post: PublicPost;
      at: Date;
    }
  /** A post that we may hold is gone from the network: what it said must go here too. */
  | { kind: 'post_deleted'; channelExternalId: string; externalId: string }
  /** The two stand to each other otherwise than before. Without `at`: just now. */
  | {
      kind: 'relation';
      channelExternalId: string;
      participant: Person;
      fact: RelationFact;
      value: boolean;
      at?: Date;
    }
  | { kind: 'revoked'; channelExternalId: string; at: Date }
  | { kind: 'ignored'; type: string; why: string };

/** Where the app and a network meet: addresses and the app's own secrets. Never a brand's tokens. */
export type AppConfig = {
  apiUrl: string;
  authorizeUrl: string;
  clientId: string;
  clientSecret: string;
  consumerKey: string;
  /** The newest first; a second one is accepted while secrets rotate. */
  consumerSecrets: readonly string[];
  bearerToken: string;
  /** Where people use the network in a browser. */
  siteUrl: string;
  /** At this address an app may read and set who may message an account. X lets no app do that; a played X does. */
  hasDoorControl?: boolean;
  /** The time after which any call is given up; must be shorter than the lease of an attempt. 10,000 by default. */
  callDeadlineMs?: number;
};

/** On whose behalf a client calls. Without `externalId` the client asks the network for it once, at the cost of a call. */
export type Account = {
  accessToken: string;
  externalId?: string;
  /** For networks that want OAuth 1.0a in places: used there when present. */
  oauth1?: { token: string; tokenSecret: string };
};

/** What a brand account granted. */
export type Tokens = {
  accessToken: string;
  refreshToken?: string;
  expiresAt: Date;
  scope: string;
};

/** What the network said of its budget on the last answer. */
export type RateReading = { limit: number; remaining: number; resetAt: Date };

export type Answer<T> = { value: T; rate?: RateReading };

/**
 * Why a call other than sending did not work. `unauthorized` from `exchange` or `refresh` means that
 * the code or the token is spent. `mayHaveArrived` is false only if the request provably never left.
 */
export type CallFailure =
  | { kind: 'unauthorized'; detail?: string }
  | { kind: 'rate_limited'; resetAt?: Date }
  | { kind: 'credits_depleted' }
  | { kind: 'refused'; status: number; detail: string }
  | { kind: 'unreachable'; detail: string; mayHaveArrived: boolean }
  | { kind: 'not_understood'; detail: string }
  /** From `downloadMedia` alone: an address where we do not go, or more bytes than were asked for. */
  | { kind: 'not_allowed'; detail: string }
  | { kind: 'too_large' };

/** Thrown by every call but `send` and `post`, which answer with an outcome instead. */
export class NetworkFailure extends Error {
  readonly failure: CallFailure;
  readonly rate: RateReading | undefined;

  constructor(failure: CallFailure, rate?: RateReading) {
    super(`network call failed: ${failure.kind}`);
    this.name = 'NetworkFailure';
    this.failure = failure;
    this.rate = rate;
  }
}

/**
 * Thrown by `read` alone, for a body (or a part of it) that we cannot make sense of. `understood`
 * holds what the rest of the body says. The message names fields, never their contents.
 */
export class PayloadNotUnderstood extends Error {
  readonly understood: readonly InboundEvent[];

  constructor(why: string, understood: readonly InboundEvent[] = []) {
    super(`payload not understood: ${why}`);
    this.name = 'PayloadNotUnderstood';
    this.understood = understood;
  }
}

/** What a webhook told of a public post. */
export type ToldPost = Extract<InboundEvent, { kind: 'mention' }>;

/** A message as a look-up shows it. */
export type LookedUpMessage = Extract<InboundEvent, { kind: 'message' | 'unreadable' }>;

/**
 * One page of a look-up, newest first. Walk while there is a `nextToken`, or until a known id; a page
 * may hold no message of ours and still have a next one. `oldestAt` is how far back the page reached,
 * counting entries that it does not show, such as group conversations.
 */
export type MessagePage = { messages: LookedUpMessage[]; nextToken?: string; oldestAt?: Date };

/** A page of the account's own posts, newest first. Walked as a page of messages is. */
export type PostPage = {
  posts: { externalId: string; text: string; at: Date; answersExternalId?: string }[];
  nextToken?: string;
  oldestAt?: Date;
};

/** Video takes time on the network's side; a message may carry it only when `ready`. */
export type MediaState = 'ready' | 'processing' | 'failed';

/** What an order to block or unblock came to: the network did it, or will not, however often it is asked. */
export type BlockOutcome = { kind: 'done' } | { kind: 'refused'; reason: DeliveryReason };

/** Calls on behalf of one brand account. Each has a total deadline and is never retried inside. */
export type ChannelClient = {
  send(
    recipientExternalId: string,
    message: { text: string; mediaIds?: readonly string[] },
  ): Promise<{ outcome: SendOutcome; rate?: RateReading }>;
  /** The account's direct messages of the last 30 days, over all people. */
  recentMessages(pageToken?: string): Promise<Answer<MessagePage>>;
  /** The messages exchanged with one person. */
  messagesWith(personExternalId: string, pageToken?: string): Promise<Answer<MessagePage>>;
  people(externalIds: readonly string[]): Promise<Answer<Person[]>>;
  me(): Promise<Answer<Person>>;
  /** Whether the account takes private messages of a person, and sends them any. Idempotent. */
  setBlock(personExternalId: string, blocked: boolean): Promise<Answer<BlockOutcome>>;
  /** Says something in public. `messageLink` is shown as a button that opens a private message. */
  post(
    text: string,
    options?: { inReplyTo?: string; messageLink?: string },
  ): Promise<{ outcome: SendOutcome; rate?: RateReading }>;
  /** What the account itself said in public, for finding out whether a post of ours is there. */
  ownPosts(pageToken?: string): Promise<Answer<PostPage>>;
  /** May be called twice for one file: what is not sent with a message is forgotten by the network. */
  uploadMedia(
    bytes: Uint8Array,
    kind: 'image' | 'gif' | 'video',
    mimeType: string,
  ): Promise<Answer<{ mediaId: string; state: MediaState }>>;
  mediaState(mediaId: string): Promise<Answer<MediaState>>;
  /**
   * What came with a message, from the network's own hosts alone and no longer than `limitBytes`. The
   * bytes are whatever they are: what they say of themselves is to be checked.
   */
  downloadMedia(url: string, limitBytes: number): Promise<Answer<Uint8Array>>;
  /**
   * Makes the network push this account's messages to the webhook. Idempotent. `missing` names the
   * optional event types that the network would not give.
   */
  subscribe(webhookUrl: string): Promise<{ missing: readonly string[] }>;
  /** Ends what `subscribe` began. Idempotent. */
  unsubscribe(): Promise<void>;
  /** Present exactly where `mayChangeDoor` says so. */
  door?: DoorControl;
};

/** Who may message the account: as it is now, and as we want it. Both answer how it is then. Idempotent. */
export type DoorControl = {
  read(): Promise<Answer<Door>>;
  set(door: Door): Promise<Answer<Door>>;
};

/** The three steps by which an admin connects a brand account (OAuth 2.0 with PKCE). */
export type ConnectFlow = {
  authorizeUrl(input: { state: string; codeChallenge: string; redirectUri: string }): string;
  exchange(input: { code: string; codeVerifier: string; redirectUri: string }): Promise<Tokens>;
  /** Refresh tokens are single use: persist the answer before using it. */
  refresh(refreshToken: string): Promise<Tokens>;
  revoke(token: string): Promise<void>;
};

/** What a network must answer. Screens and rules ask `capabilities`; they never ask which network it is. */
export type Network = {
  label: string;
  capabilities: {
    /** Counted in Unicode code points. */
    maxTextLength: number;
    /** The files that may go along with a message: how many, which, how heavy. */
    files: FileRules;
    /** How long an uploaded file may wait for its message. */
    mediaLifeMs: number;
    lookup: boolean;
  };
  webhook: {
    /** The network's check that the address is ours. Constant work, no database. Answered with JSON. */
    answerChallenge(query: URLSearchParams, app: AppConfig): { status: number; body: unknown };
    /** Verified over the raw bytes, in constant time, with each current secret. */
    isAuthentic(body: Uint8Array, headers: Headers, app: AppConfig): boolean;
    /** Names a delivery, so that a repeat is recognised. */
    dedupeKey(body: Uint8Array): string;
    /** What a verified body says. Throws only `PayloadNotUnderstood`; unknown event types are `ignored`. */
    read(body: Uint8Array): InboundEvent[];
  };
  connect(app: AppConfig): ConnectFlow;
  /** Where a person begins a message to an account, with these words in it; none by default. */
  messageLink(app: AppConfig, to: { externalId: string; text?: string }): string;
  /** Whether we may change who may message an account; else its holder does, by hand. */
  mayChangeDoor(app: AppConfig): boolean;
  client(app: AppConfig, account: Account): ChannelClient;
};
