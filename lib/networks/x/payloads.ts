import { z } from 'zod';

/** Ids are digits that exceed 2^53: `parseJson` keeps the long ones as strings, the short ones are exact numbers. */
export const id = z
  .union([z.string(), z.number().int()])
  .transform(String)
  .pipe(z.string().regex(/^\d{1,20}$/));

/** Bounded by what a database integer holds; anything else is as good as absent. */
const count = z.coerce.number().int().min(0).max(2_147_483_647).optional().catch(undefined);
export const words = z.string().min(1).optional().catch(undefined);
const flag = z.boolean().optional().catch(undefined);
export const body = z
  .string()
  .nullish()
  .transform((text) => text ?? '');

/** Milliseconds since 1970, as X writes them: digits in a string. */
const millis = z
  .union([z.string().regex(/^\d{1,15}$/), z.number().int().nonnegative()])
  .transform((value) => new Date(Number(value)));

/** An instant in ISO 8601. */
export const instant = z
  .string()
  .transform((value) => new Date(value))
  .refine((at) => !Number.isNaN(at.getTime()));

/** A user in the words of v1 (`screen_name`) or v2 (`username`). Nothing but the id must be there. */
export const user = z.object({
  id: id.optional().catch(undefined),
  id_str: id.optional().catch(undefined),
  username: words,
  screen_name: words,
  name: words,
  profile_image_url: words,
  profile_image_url_https: words,
  verified: flag,
  verified_type: words,
  followers_count: count,
  receives_your_dm: flag,
  connection_status: z.array(z.string()).optional().catch(undefined),
  public_metrics: z.object({ followers_count: count }).optional().catch(undefined),
});
export type XUser = z.infer<typeof user>;

export const links = z
  .array(z.object({ url: z.string(), expanded_url: words }))
  .optional()
  .catch(undefined);

/** `{w, h}` of the largest rendering. */
const sizes = z
  .object({ large: z.object({ w: count, h: count }).optional() })
  .optional()
  .catch(undefined);

/** A rendering of a video; v1 says `bitrate`, v2 `bit_rate`. */
const variants = z
  .array(z.object({ url: words, content_type: words, bitrate: count, bit_rate: count }))
  .optional()
  .catch(undefined);
export type XVariants = z.infer<typeof variants>;

const media = z.object({
  id: id.optional().catch(undefined),
  id_str: id.optional().catch(undefined),
  type: words,
  url: words,
  media_url_https: words,
  ext_alt_text: words,
  sizes,
  video_info: z.object({ variants }).optional().catch(undefined),
});

const attachment = z
  .object({ type: words, media: media.optional().catch(undefined) })
  .nullish()
  .catch({ type: 'unknown' });
export type XAttachment = z.infer<typeof attachment>;

/** One private message as both envelopes carry it. */
export const directMessage = z.object({
  id,
  created_timestamp: millis,
  initiated_via: z
    .object({ tweet_id: id.optional(), welcome_message_id: id.optional() })
    .optional()
    .catch(undefined),
  message_create: z.object({
    target: z.object({ recipient_id: id }),
    sender_id: id,
    message_data: z.object({
      text: body,
      entities: z.object({ urls: links }).optional().catch(undefined),
      attachment,
    }),
  }),
});
export type XDirectMessage = z.infer<typeof directMessage>;

const people = z.record(z.string(), z.unknown()).optional().catch(undefined);

/** The list of events in which messages come, with the people in them by id. */
export const messageList = z.object({
  direct_message_events: z.array(z.unknown()),
  users: people,
});

/** Envelope of the Activity API: `data` holds one event or several. */
export const activityEvent = z.object({
  event_type: z.string().min(1),
  filter: z.object({ user_id: id.optional() }).optional(),
  payload: z.unknown(),
  /** Of posts alone: the people and posts that they speak of. */
  includes: z.unknown().optional(),
});
export type ActivityEvent = z.infer<typeof activityEvent>;

/** An end-to-end encrypted message: that it exists is all that it says. */
export const encryptedMessage = z.object({
  id: z.string().min(1).max(200),
  created_at_msec: millis,
  sender_id: id,
  conversation_id: z.string(),
});

/** One end of a tie; the Activity API wraps it in `data`. Whatever else is told of it is kept as it is. */
const end = z
  .union([z.looseObject({ data: z.looseObject({ id }) }), z.looseObject({ id })])
  .transform((raw) => ('data' in raw ? (raw.data as { id: string }) : (raw as { id: string })));

/** Who followed or blocked whom. Only the Account Activity API says what and when in here. */
export const tie = z.object({
  type: words,
  created_timestamp: millis.optional().catch(undefined),
  source: end,
  target: end,
});

export const revocation = z.object({ date_time: instant, user_id: id });

/** Envelope of the Account Activity API: whose account, and one list or more beside it. */
export const accountEnvelope = z.object({ for_user_id: id });

export const accountRevocation = z.object({
  user_event: z.object({
    revoke: z.object({ date_time: instant, source: z.object({ user_id: id }) }),
  }),
});

/** A private message as a look-up shows it; old and new field names. */
export const lookedUpMessage = z.object({
  id,
  event_type: z.string().optional(),
  text: body,
  created_at: instant,
  sender_id: id,
  dm_conversation_id: z.string().optional(),
  entities: z.object({ urls: links }).optional().catch(undefined),
  urls: links,
  attachments: z.object({ media_keys: z.array(z.string()).nullish() }).nullish(),
});

export type XLookedUpMessage = z.infer<typeof lookedUpMessage>;

/** Media beside a look-up, by `media_key`. */
export const lookedUpMedia = z.object({
  media_key: z.string(),
  type: words,
  url: words,
  preview_image_url: words,
  alt_text: words,
  width: count,
  height: count,
  variants,
});
export type XMedia = z.infer<typeof lookedUpMedia>;
