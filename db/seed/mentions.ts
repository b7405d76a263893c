import type { PublicPost } from '@/lib/domain/conversation/post';
import type { Story, StoryPost } from '@/sandbox/story';
import type { Past, PastFact, PastMessage } from './history';
import { MINUTE_MS } from './standing';
import type { FirstName } from './team';

/** A public thread of one person with an account, as the workspace would remember it. */
export type PublicPast = Past & { accountId: string; personId: string; thread: string };

/** What the house has made of a thread, by the key of its first post; the rest is open and nobody's. */
const known: Readonly<Record<string, Partial<Pick<Past, 'status' | 'owner' | 'priority'>>>> = {
  'noon-run': { status: 'resolved', owner: 'Priya', priority: 'high' },
  lid: { status: 'waiting', owner: 'Mo' },
  app: { priority: 'high' },
};

/** The public threads of the story: each person who called an account, with what was answered. */
export function publicPasts({ posts, accounts }: Story, now: Date): PublicPast[] {
  const isOurs = (id: string) => accounts.some((account) => account.id === id);
  const threads = new Map<string, StoryPost[]>();
  for (const post of posts) {
    const answered = posts.find(({ key }) => key === post.answers);
    // Ours belongs where it answers; what calls us begins a thread of its author's own.
    if (!isOurs(post.authorId)) threads.set(post.key, [post]);
    else if (answered) threads.get(answered.key)?.push(post);
  }
  return [...threads].map(([key, said]) => pastOf(key, said, { posts, accounts, now }));
}

type Around = Pick<Story, 'posts' | 'accounts'> & { now: Date };

function pastOf(key: string, said: readonly StoryPost[], around: Around): PublicPast {
  const { posts, now } = around;
  const [first] = said;
  if (!first) throw new Error(`nothing was said in ${key}`);
  const account = calledBy(first, around);
  const { status = 'open', owner = null, priority = 'normal' } = known[key] ?? {};
  const messages = said.map((post) => messageOf(post, account.username, posts));
  const last = messages.at(-1);
  const lastAt = last?.at ?? first.at;
  const isResolved = status === 'resolved';
  const closedAt = new Date(Math.min(now.getTime() - 1_000, lastAt.getTime() + 9 * MINUTE_MS));
  const waits = last?.kind === 'inbound' && last.unreadable === null;
  return {
    accountId: account.id,
    personId: first.authorId,
    thread: posts.find((post) => post.key === first.answers)?.id ?? first.id,
    messages,
    facts: owner === null ? [] : doneBy(owner, lastAt, isResolved ? closedAt : null),
    status,
    statusAt: isResolved ? closedAt : lastAt,
    owner,
    priority,
    snoozedUntil: null,
    teamKey: null,
    labels: [],
    waitingSince: waits ? first.at : null,
  };
}

/** The account that it names, else the one whose post it answers or quotes. */
function calledBy(first: StoryPost, { posts, accounts }: Around) {
  const referred = posts.find((post) => post.key === (first.answers ?? first.quotes));
  const account =
    accounts.find(({ username }) => first.text.includes(`@${username}`)) ??
    accounts.find(({ id }) => id === referred?.authorId);
  if (!account) throw new Error(`${first.key} calls nobody`);
  return account;
}

function doneBy(by: FirstName, answeredAt: Date, closedAt: Date | null): PastFact[] {
  const claimed: PastFact = { type: 'conversation.claimed', at: answeredAt, by, to: by };
  if (closedAt === null) return [claimed];
  return [claimed, { type: 'conversation.closed', at: closedAt, by, data: { from: 'waiting' } }];
}

function messageOf(post: StoryPost, username: string, posts: readonly StoryPost[]): PastMessage {
  const { id, at, text, isDeleted } = post;
  const ours = post.author !== null;
  return {
    kind: ours ? 'outbound' : 'inbound',
    author: ours ? (post.author as FirstName) : null,
    body: isDeleted ? '' : text,
    unreadable: isDeleted ? 'deleted' : null,
    externalId: id,
    at,
    post: { ...(ours ? {} : callingOf(post, username)), ...referencesOf(post, posts) },
  };
}

function callingOf({ answers, quotes, text }: StoryPost, username: string): PublicPost {
  const summons = quotes !== null || text.includes(`@${username}`);
  if (answers) return { calling: 'answered', summons };
  return { calling: quotes ? 'quoted' : 'named', summons };
}

function referencesOf({ answers, quotes }: StoryPost, posts: readonly StoryPost[]): PublicPost {
  const referenceTo = (key: string | null) => {
    const post = posts.find((one) => one.key === key);
    return post && { externalId: post.id, text: post.text };
  };
  const [answered, quoted] = [referenceTo(answers), referenceTo(quotes)];
  return { ...(answered && { answers: answered }), ...(quoted && { quotes: quoted }) };
}
