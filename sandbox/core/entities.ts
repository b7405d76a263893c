import { z } from 'zod';

const id = z.string().regex(/^\d{1,19}$/);

export const personSchema = z.object({
  id,
  username: z.string().regex(/^[A-Za-z0-9_]{1,15}$/),
  name: z.string().min(1).max(50),
  bio: z.string().max(160),
  location: z.string().max(80),
  door: z.enum(['everyone', 'verified', 'followers', 'nobody']),
  verified: z.boolean(),
  protected: z.boolean(),
  suspended: z.boolean(),
  followers: z.int().min(0),
  joinedAt: z.iso.datetime(),
  /** A brand account: it can be connected to the app. */
  brand: z.boolean(),
  /** Writes in end-to-end encrypted chats only. */
  encrypted: z.boolean(),
});
export type Person = z.infer<typeof personSchema>;

export const messageSchema = z.object({
  id,
  fromId: id,
  toId: id,
  text: z.string(),
  at: z.iso.datetime(),
  mode: z.enum(['inbox', 'reply', 'request']),
  mediaId: id.optional(),
  encrypted: z.boolean().optional(),
  /** The post whose button led to it. */
  viaPostId: id.optional(),
});
export type Message = z.infer<typeof messageSchema>;

export const postSchema = z.object({
  id,
  authorId: id,
  text: z.string(),
  at: z.iso.datetime(),
  replyToId: id.optional(),
  quotesId: id.optional(),
  /** Shows a button that opens a private message to this account. */
  deepLinkTo: id.optional(),
});
export type Post = z.infer<typeof postSchema>;

export const mediaSchema = z.object({
  id,
  ownerId: id,
  kind: z.enum(['image', 'gif', 'video']),
  mimeType: z.string(),
  size: z.int(),
  at: z.iso.datetime(),
  /** How large it is drawn, where its bytes say so. */
  width: z.int().optional(),
  height: z.int().optional(),
  /** Until then the network works on it; it may come to nothing. */
  readyAt: z.iso.datetime().optional(),
  unusable: z.boolean().optional(),
});
export type Media = z.infer<typeof mediaSchema>;

export const webhookSchema = z.object({
  id,
  url: z.string(),
  valid: z.boolean(),
  createdAt: z.iso.datetime(),
});
export type Webhook = z.infer<typeof webhookSchema>;

export const subscriptionSchema = z.object({
  id,
  eventType: z.string(),
  userId: id.optional(),
  direction: z.string().optional(),
  keyword: z.string().optional(),
  tag: z.string().optional(),
  webhookId: id.optional(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Subscription = z.infer<typeof subscriptionSchema>;

/** What an account granted the app. Tokens are kept as hashes only. */
export const grantSchema = z.object({
  id,
  accountId: id,
  scopes: z.array(z.string()),
  accessHash: z.string(),
  refreshHash: z.string().optional(),
  expiresAt: z.iso.datetime(),
});
export type Grant = z.infer<typeof grantSchema>;

/** Something an account is told about. The body of a delivery is made from it. */
const signalSchema = z.object({
  uuid: z.string(),
  type: z.string(),
  userId: id.optional(),
  tag: z.string().optional(),
  /** The message, post, or pair of people that it is about. */
  subject: z.string(),
  at: z.iso.datetime(),
});
export type Signal = z.infer<typeof signalSchema>;

export const deliverySchema = z.object({
  id,
  webhookId: id,
  envelope: z.enum(['xaa', 'aaa']),
  inner: z.enum(['one', 'data', 'list']),
  signals: z.array(signalSchema).min(1),
});
export type Delivery = z.infer<typeof deliverySchema>;
