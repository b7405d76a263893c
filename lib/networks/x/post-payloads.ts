import { z } from 'zod';
import { body, id, instant, links, user, words } from './payloads';

const named = z
  .array(z.object({ id: id.optional().catch(undefined), id_str: id.optional().catch(undefined) }))
  .optional()
  .catch(undefined);

/** What stands in a text: whom it names and where it leads. v1 says `user_mentions`, v2 `mentions`. */
const entities = z
  .object({ urls: links, mentions: named, user_mentions: named })
  .optional()
  .catch(undefined);
export type XEntities = z.infer<typeof entities>;

const references = z
  .array(z.object({ type: z.string(), id }))
  .optional()
  .catch(undefined);

/** A text that is longer than what stands in `text`. */
const note = z.object({ text: z.string(), entities }).optional().catch(undefined);
const maybeId = id.nullish().catch(undefined);

/** A post as the Activity API and a look-up show it; old and new field names. */
export const newerPost = z.object({
  id,
  text: body,
  author_id: id.optional().catch(undefined),
  created_at: instant.optional().catch(undefined),
  conversation_id: maybeId,
  in_reply_to_user_id: maybeId,
  referenced_tweets: references,
  referenced_posts: references,
  entities,
  note_tweet: note,
  note_post: note,
});
export type NewerPost = z.infer<typeof newerPost>;

/** An event is of no use without these two. */
export const toldPost = newerPost.required({ author_id: true, created_at: true });

/** What comes with a post: people as they are or each in `data`, and the posts that it speaks of. */
export const postIncludes = z
  .object({
    users: z.array(z.unknown()).optional().catch(undefined),
    tweets: z.array(z.unknown()).optional().catch(undefined),
    posts: z.array(z.unknown()).optional().catch(undefined),
  })
  .optional()
  .catch(undefined);

/** The words of a post in v1; what is cut short in `text` stands whole in `extended_tweet`. */
const olderWords = z.object({
  id: maybeId,
  id_str: maybeId,
  text: body,
  full_text: words,
  entities,
  extended_tweet: z.object({ full_text: z.string(), entities }).optional().catch(undefined),
  user: user.optional().catch(undefined),
});
export type OlderWords = z.infer<typeof olderWords>;

/** A post as the Account Activity API shows it. */
export const olderPost = olderWords.extend({
  user,
  /** `Thu Nov 26 09:30:00 +0000 2026`, and in milliseconds beside it. */
  created_at: words,
  timestamp_ms: z.coerce.number().int().optional().catch(undefined),
  in_reply_to_status_id_str: maybeId,
  in_reply_to_user_id_str: maybeId,
  in_reply_to_screen_name: z.string().nullish().catch(undefined),
  quoted_status_id_str: maybeId,
  quoted_status: olderWords.optional().catch(undefined),
  retweeted_status: z.unknown().optional(),
});
export type OlderPost = z.infer<typeof olderPost>;

export const olderDeletion = z.object({ status: z.object({ id, user_id: id }) });
export const newerDeletion = z.object({ id });
