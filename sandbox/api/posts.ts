import { z } from 'zod';
import type { Post } from '../core/entities';
import { drawFault } from '../core/fault-draw';
import type { Answer } from '../http/answer';
import { forbidden, invalidRequest, json, notFound, notFoundError, numbered } from '../http/answer';
import type { Route } from '../http/route';
import type { AccountCall, Call, Endpoint } from './endpoint';
import { bodyOf, idOf, idsOf, namesOf } from './parameters';
import { deletionOf, namedIn, postExpansions, postFields, postObject } from './post-object';
import { answerAfterAccept, answerBeforeAccept } from './send-faults';
import { userFields, userObject } from './user-object';

const digits = z.string().regex(/^[0-9]{1,19}$/);
const body = z.strictObject({
  text: z.string().default(''),
  reply: z
    .strictObject({
      in_reply_to_tweet_id: digits,
      exclude_reply_user_ids: z.array(z.string()).optional(),
      auto_populate_reply_metadata: z.boolean().optional(),
    })
    .optional(),
  quote_tweet_id: digits.optional(),
  direct_message_deep_link: z.string().optional(),
  reply_settings: z.enum(['following', 'mentionedUsers', 'subscribers', 'verified']).optional(),
  for_super_followers_only: z.boolean().optional(),
  nullcast: z.boolean().optional(),
  media: z.looseObject({ media_ids: z.array(digits).min(1).max(4) }).optional(),
  made_with_ai: z.boolean().optional(),
  paid_partnership: z.boolean().optional(),
});

const reading = {
  for: 'both',
  bucket: 'posts.read',
  appBucket: 'posts.read',
  scopes: ['tweet.read', 'users.read'],
  area: 'posts',
} as const;
const writing = {
  for: 'account',
  bucket: 'posts.write',
  scopes: ['tweet.write', 'tweet.read', 'users.read'],
  area: 'posts',
} as const;

export const postRoutes: Route<Endpoint>[] = [
  { method: 'GET', path: '/2/tweets', target: { ...reading, run: many } },
  { method: 'POST', path: '/2/tweets', target: { ...writing, run: publish } },
  { method: 'GET', path: '/2/tweets/{id}', target: { ...reading, run: one } },
  { method: 'DELETE', path: '/2/tweets/{id}', target: { ...writing, run: remove } },
];

function publish(call: AccountCall): Answer {
  const asked = bodyOf(call, body);
  const { sandbox } = call;
  const fault = drawFault(sandbox, 'send');
  const early = fault && answerBeforeAccept(fault);
  if (early) return early;
  if (!asked.text && !asked.media)
    return invalidRequest('text or media is required', { text: [''] });
  if (weightedLength(asked.text) > 280)
    return numbered(403, 186, 'Tweet needs to be a bit shorter.');
  const replyToId = asked.reply?.in_reply_to_tweet_id;
  const refusal = replyToId === undefined ? undefined : replyRefusal(call, replyToId);
  if (refusal) return refusal;
  const post = postOf(call, asked);
  sandbox.record({ kind: 'post.created', post });
  const data = { id: post.id, text: post.text, edit_history_post_ids: [post.id] };
  return (fault && answerAfterAccept(fault)) ?? json(201, { data });
}

function postOf({ sandbox, accountId }: AccountCall, asked: z.output<typeof body>): Post {
  const replyToId = asked.reply?.in_reply_to_tweet_id;
  const deepLinkTo = asked.direct_message_deep_link && recipientIn(asked.direct_message_deep_link);
  return {
    id: sandbox.nextId(),
    authorId: accountId,
    text: asked.text,
    at: new Date(sandbox.now()).toISOString(),
    ...(replyToId ? { replyToId } : {}),
    ...(asked.quote_tweet_id ? { quotesId: asked.quote_tweet_id } : {}),
    ...(deepLinkTo ? { deepLinkTo } : {}),
  };
}

/** Apps may answer only those who called: an author who named the account or quoted one of its posts. */
function replyRefusal({ sandbox, accountId }: AccountCall, replyToId: string): Answer | undefined {
  const { world } = sandbox;
  const original = world.posts.get(replyToId);
  if (!original)
    return forbidden('You attempted to reply to a post that is deleted or not visible to you.');
  const quoted = world.posts.get(original.quotesId ?? '')?.authorId === accountId;
  const summoned = quoted || namedIn(world, original).some(({ id }) => id === accountId);
  if (!world.settings.summonsRule || summoned || original.authorId === accountId) return undefined;
  return forbidden('You may reply only to posts whose author mentioned or quoted this account.');
}

function one(call: Call): Answer {
  const id = idOf(call, 'id');
  const post = call.sandbox.world.posts.get(id);
  const view = viewOf(call);
  if (!post) return json(200, { errors: [notFoundError('tweet', 'id', id)] });
  return json(200, {
    data: postObject(call.sandbox.world, post, view.fields, view.names),
    ...includes(call, [post]),
  });
}

function many(call: Call): Answer {
  const ids = idsOf(call, 'ids');
  const view = viewOf(call);
  const posts = ids.flatMap((id) => call.sandbox.world.posts.get(id) ?? []);
  const errors = ids
    .filter((id) => !call.sandbox.world.posts.has(id))
    .map((id) => notFoundError('tweet', 'ids', id));
  return json(200, {
    ...(posts.length > 0
      ? { data: posts.map((post) => postObject(call.sandbox.world, post, view.fields, view.names)) }
      : {}),
    ...(errors.length > 0 ? { errors } : {}),
    ...includes(call, posts),
  });
}

function viewOf(call: Call) {
  const older = namesOf(call, 'tweet.fields', postFields);
  const newer = namesOf(call, 'post.fields', postFields);
  namesOf(call, 'expansions', postExpansions);
  return {
    fields: new Set([...older, ...newer]),
    names: older.size > 0 ? ('tweets' as const) : ('posts' as const),
  };
}

function includes(call: Call, posts: readonly Post[]) {
  const fields = namesOf(call, 'user.fields', userFields);
  if (!namesOf(call, 'expansions', postExpansions).has('author_id')) return {};
  const authors = [...new Set(posts.map(({ authorId }) => authorId))].flatMap(
    (id) => call.sandbox.world.people.get(id) ?? [],
  );
  if (authors.length === 0) return {};
  return {
    includes: {
      users: authors.map((person) =>
        userObject(call.sandbox.world, person, fields, call.accountId),
      ),
    },
  };
}

function remove(call: AccountCall): Answer {
  const id = idOf(call, 'id');
  const post = call.sandbox.world.posts.get(id);
  if (!post) return notFound('tweet', 'id', id);
  if (post.authorId !== call.accountId)
    return forbidden('You are not allowed to delete this post.');
  call.sandbox.record(deletionOf(call.sandbox.world, post));
  return json(200, { data: { deleted: true } });
}

function recipientIn(link: string): string | undefined {
  return /[?&]recipient_id=([0-9]{1,19})/.exec(link)?.[1];
}

/** Posts count wide signs twice and each link as 23. */
function weightedLength(text: string): number {
  const short = text.normalize('NFC').replace(/https?:\/\/\S+/g, 'x'.repeat(23));
  let weight = 0;
  for (const sign of short) {
    const code = sign.codePointAt(0) ?? 0;
    const narrow =
      code <= 0x10ff || (code >= 0x2000 && code <= 0x200d) || (code >= 0x2010 && code <= 0x201f);
    weight += narrow ? 1 : 2;
  }
  return weight;
}
