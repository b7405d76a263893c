import type { Attachment } from '@/lib/domain/conversation/conversation';
import type { SendOutcome } from '@/lib/domain/delivery/reasons';

/** A person as the network describes them. Ids stay strings: they exceed 2^53. */
export type Person = {
  externalId: string;
  handle?: string;
  name?: string;
  avatarUrl?: string;
  verified?: boolean;
  followerCount?: number;
};

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

/** Why a call other than sending did not work. */
export type CallFailure =
  | { kind: 'unauthorized' }
  | { kind: 'rate_limited'; resetAt?: Date }
  | { kind: 'credits_depleted' }
  | { kind: 'refused'; status: number; detail: string }
  | { kind: 'unreachable'; detail: string };

/** Thrown by every call but `send`, which answers with an outcome instead. */
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

/** A message as a look-up shows it. */
export type LookedUpMessage = Extract<InboundEvent, { kind: 'message' | 'unreadable' }>;

/** One page of a look-up, newest first. Walk until an empty page or a known id: the last page may still name a next one. */
export type MessagePage = { messages: LookedUpMessage[]; nextToken?: string };

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
  post(text: string, options?: { inReplyTo?: string }): Promise<Answer<{ externalId: string }>>;
  uploadMedia(
    bytes: Uint8Array,
    kind: 'image' | 'gif' | 'video',
    mimeType: string,
  ): Promise<Answer<{ mediaId: string }>>;
  /** Makes the network push this account's events to the webhook. Idempotent. */
  subscribe(webhookUrl: string): Promise<void>;
  /** Ends what `subscribe` began. Idempotent. */
  unsubscribe(): Promise<void>;
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
  capabilities: { maxTextLength: number; attachmentsPerMessage: number; lookup: boolean };
  webhook: {
    /** The network's check that the address is ours. Constant work, no database. */
    answerChallenge(query: URLSearchParams, app: AppConfig): { status: number; body: unknown };
    /** Verified over the raw bytes, in constant time, with each current secret. */
    isAuthentic(body: Uint8Array, headers: Headers, app: AppConfig): boolean;
    /** Names a delivery, so that a repeat is recognised. */
    dedupeKey(body: Uint8Array): string;
    /** What a verified body says. Throws on a body that is not understood; unknown event types are `ignored`. */
    read(body: Uint8Array): InboundEvent[];
  };
  connect(app: AppConfig): ConnectFlow;
  client(app: AppConfig, tokens: { accessToken: string }): ChannelClient;
};
