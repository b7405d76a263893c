import { randomBytes } from 'node:crypto';
import { namedIn } from '../api/post-object';
import type { Post, Signal } from '../core/entities';
import type { Entry, Fact } from '../core/facts';
import type { World } from '../core/world';

/** Something happened that an account, or with `oauth.revoke` the app, may want to hear of. */
export type Happening = {
  type: string;
  userId?: string;
  direction?: 'inbound' | 'outbound';
  subject: string;
};

type Teller<K extends Fact['kind']> = (
  world: World,
  fact: Extract<Fact, { kind: K }>,
) => Happening[];
type Tellers = { [K in Fact['kind']]?: Teller<K> };

const tellers: Tellers = {
  'message.created': (world, { message, quiet }) => {
    if (quiet) return [];
    const chat = message.encrypted ? 'chat' : 'dm';
    return [
      ...brandOnly(world, message.toId, {
        type: `${chat}.received`,
        direction: 'inbound',
        subject: message.id,
      }),
      ...brandOnly(world, message.fromId, {
        type: `${chat}.sent`,
        direction: 'outbound',
        subject: message.id,
      }),
    ];
  },
  'follow.started': (world, fact) => bothSides(world, 'follow.follow', fact),
  'follow.ended': (world, fact) => bothSides(world, 'follow.unfollow', fact),
  'block.started': (world, fact) => ownBlock(world, 'block.block', fact),
  'block.ended': (world, fact) => ownBlock(world, 'block.unblock', fact),
  'post.created': (world, { post }) => postHappenings(world, post),
  'post.deleted': (world, { id, authorId, concerned }) =>
    [...new Set([authorId, ...(concerned ?? [])])].flatMap((userId) =>
      brandOnly(world, userId, { type: 'post.delete', subject: `${authorId}>${id}` }),
    ),
  'grant.revoked': (_, { accountId, by }) =>
    by === 'owner' ? [{ type: 'oauth.revoke', subject: accountId }] : [],
};

export function happeningsOf(world: World, entry: Entry): Happening[] {
  const teller = tellers[entry.kind as Fact['kind']] as
    | ((world: World, fact: Entry) => Happening[])
    | undefined;
  return teller?.(world, entry) ?? [];
}

/** Ids of events are signed 64-bit numbers in a string. */
function eventUuid(): string {
  return randomBytes(8).readBigInt64BE().toString();
}

export function signalOf({ type, userId, subject }: Happening, at: string, tag?: string): Signal {
  return {
    uuid: eventUuid(),
    type,
    subject,
    at,
    ...(userId ? { userId } : {}),
    ...(tag ? { tag } : {}),
  };
}

function brandOnly(
  world: World,
  userId: string,
  happening: Omit<Happening, 'userId'>,
): Happening[] {
  return world.people.get(userId)?.brand ? [{ ...happening, userId }] : [];
}

type Pair = { fromId: string; toId: string };

function bothSides(world: World, type: string, { fromId, toId }: Pair): Happening[] {
  const subject = `${fromId}>${toId}`;
  return [
    ...brandOnly(world, toId, { type, direction: 'inbound', subject }),
    ...brandOnly(world, fromId, { type, direction: 'outbound', subject }),
  ];
}

/** An account hears of its own blocks; nobody is told of being blocked. */
function ownBlock(
  world: World,
  type: string,
  { fromId, toId, scope }: Pair & { scope: 'all' | 'dm' },
): Happening[] {
  return scope === 'dm'
    ? []
    : brandOnly(world, fromId, { type, direction: 'outbound', subject: `${fromId}>${toId}` });
}

/** A direct answer counts as an answer even when it names the account; protected authors are never pushed. */
function postHappenings(world: World, post: Post): Happening[] {
  const author = world.people.get(post.authorId);
  if (!author || author.protected) return [];
  const answered = world.posts.get(post.replyToId ?? '')?.authorId;
  const quoted = world.posts.get(post.quotesId ?? '')?.authorId;
  const named = [...new Set(namedIn(world, post).map(({ id }) => id))].filter(
    (id) => id !== answered,
  );
  const told: [string, string | undefined][] = [
    ['post.reply.create', answered],
    ['post.quote.create', quoted],
    ...named.map((id): [string, string] => ['post.mention.create', id]),
  ];
  const own = { type: 'post.create', direction: 'outbound', subject: post.id } as const;
  return [
    ...brandOnly(world, author.id, own),
    ...told.flatMap(([type, userId]) =>
      userId === undefined || userId === author.id
        ? []
        : brandOnly(world, userId, { type, direction: 'inbound', subject: post.id }),
    ),
  ];
}
