import fs from 'node:fs';
import path from 'node:path';
import type { CastMember } from '../cast';
import { accounts as castAccounts } from '../cast';
import { brandScopes, demoTokens, grantOf } from '../oauth/tokens';
import type { StoryPost } from '../story';
import { story } from '../story';
import type { Person } from './entities';
import type { Fact } from './facts';
import type { Sandbox } from './sandbox';

export type Seed = 'story' | 'accounts' | 'none';

/** Fills an empty ledger. Nobody is told: this past was always there. */
export function sow(sandbox: Sandbox, seed: Seed, epoch: Date) {
  if (seed === 'none' || sandbox.ledger.entries.length > 0) return;
  const nobody = { accounts: castAccounts, people: [], threads: [], posts: [] };
  const { accounts, people, threads, posts } = seed === 'story' ? story(epoch) : nobody;
  const accountId = new Map(accounts.map(({ key, id }) => [key, id]));
  const brand = (key: 'brand' | 'support') => accountId.get(key) ?? '';
  const facts: Fact[] = [
    ...accounts.map(
      (account): Fact => ({ kind: 'person.created', person: personOf(account, true) }),
    ),
    ...people.map((member): Fact => ({ kind: 'person.created', person: personOf(member, false) })),
    ...people.flatMap((member): Fact[] => [
      ...member.follows.map((key) => ({
        kind: 'follow.started' as const,
        fromId: member.id,
        toId: brand(key),
      })),
      ...member.followedBy.map((key) => ({
        kind: 'follow.started' as const,
        fromId: brand(key),
        toId: member.id,
      })),
    ]),
    ...threads.flatMap(({ accountId: brandId, personId, messages }) =>
      messages.map(
        ({ id, fromId, text, at }, index): Fact => ({
          kind: 'message.created',
          quiet: true,
          message: {
            id,
            fromId,
            toId: fromId === personId ? brandId : personId,
            text,
            at: at.toISOString(),
            mode: index === 0 ? 'request' : 'reply',
          },
        }),
      ),
    ),
    ...posts.filter(({ isDeleted }) => !isDeleted).map((post) => postFact(post, posts)),
    ...people.flatMap((member): Fact[] => [
      ...member.blocks.map((key) => ({
        kind: 'block.started' as const,
        fromId: member.id,
        toId: brand(key),
        scope: 'all' as const,
      })),
      ...member.blockedBy.map((key) => ({
        kind: 'block.started' as const,
        fromId: brand(key),
        toId: member.id,
        scope: 'all' as const,
      })),
    ]),
    ...accounts.map(
      (account): Fact => ({ kind: 'grant.issued', grant: demoGrant(sandbox, account.id) }),
    ),
  ];
  sandbox.record(...facts);
  for (const { messages } of threads) for (const { id } of messages) sandbox.sawId(id);
  for (const { id } of posts) sandbox.sawId(id);
}

function postFact(post: StoryPost, all: readonly StoryPost[]): Fact {
  const idOf = (key: string | null) => all.find((one) => one.key === key)?.id;
  const [replyToId, quotesId] = [idOf(post.answers), idOf(post.quotes)];
  return {
    kind: 'post.created',
    post: {
      id: post.id,
      authorId: post.authorId,
      text: post.text,
      at: post.at.toISOString(),
      ...(replyToId && { replyToId }),
      ...(quotesId && { quotesId }),
      ...(post.deepLinkTo && { deepLinkTo: post.deepLinkTo }),
    },
  };
}

function demoGrant(sandbox: Sandbox, accountId: string) {
  const tokens = demoTokens(sandbox.app.clientSecret, accountId);
  return grantOf(sandbox, { id: sandbox.nextId(), accountId, scopes: brandScopes, tokens });
}

function personOf(member: CastMember, brand: boolean): Person {
  const { id, username, name, bio, location, door, verified, followers, joinedAt, encrypted } =
    member;
  return {
    id,
    username,
    name,
    bio,
    location,
    door,
    verified,
    followers,
    encrypted,
    brand,
    joinedAt: joinedAt.toISOString(),
    protected: false,
    suspended: false,
  };
}

/**
 * The instant from which the demo's past is told, kept beside the ledger. Given from outside at the first start,
 * it makes sandbox and database agree; else it is the beginning of the day.
 */
export function epochOf(dataDir: string, given: Date | undefined, now: () => number): Date {
  const file = path.join(dataDir, 'epoch.json');
  if (fs.existsSync(file))
    return new Date((JSON.parse(fs.readFileSync(file, 'utf8')) as { epoch: string }).epoch);
  const epoch = given ?? new Date(Math.floor(now() / 86_400_000) * 86_400_000);
  fs.mkdirSync(dataDir, { recursive: true });
  fs.writeFileSync(file, `${JSON.stringify({ epoch: epoch.toISOString() })}\n`);
  return epoch;
}
