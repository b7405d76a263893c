import type { CastAccount, CastMember } from './cast';
import { accounts, people } from './cast';
import { offerTo } from './dialogue/autumn-offer';
import type { PublicScript } from './dialogue/public';
import { publicScripts } from './dialogue/public';
import type { Script, Topic } from './dialogue/script';
import type { Language } from './dialogue/shelves';
import { named, shelves } from './dialogue/shelves';
import { timesOf } from './rhythm';
import { hashOf, pick, seeded } from './seeded';
import { snowflake } from './snowflake';

type StoryMessage = { id: string; fromId: string; text: string; at: Date };
export type StoryThread = {
  accountId: string;
  personId: string;
  topics: readonly Topic[];
  /** The customer asked last and wants to hear something. */
  waiting: boolean;
  messages: StoryMessage[];
};
export type StoryPost = {
  id: string;
  key: string;
  authorId: string;
  text: string;
  at: Date;
  /** Keys of other posts. */
  answers: string | null;
  quotes: string | null;
  /** The account whose private messages its button opens. */
  deepLinkTo: string | null;
  isDeleted: boolean;
  /** Who at the brand wrote it. */
  author: string | null;
};
export type Story = {
  accounts: readonly CastAccount[];
  people: readonly CastMember[];
  threads: StoryThread[];
  /** What was said in public, in the order of time. */
  posts: StoryPost[];
};

const flavours = [
  'salted caramel',
  'burnt honey',
  'sea buckthorn',
  'brown bread',
  'rhubarb and custard',
  'malted milk',
  'dark chocolate',
  'blackcurrant leaf',
  'fig',
  'licorice',
];
const agents = ['Priya', 'Mo', 'Lena', 'Jack'];

/**
 * The demo's past: the same for the same `now`, id for id, so that the sandbox and the app's database can be
 * filled apart and agree. It lies in the eight weeks before `now`; most that waits for an answer, in the last hours.
 */
export function story(now: Date): Story {
  const threads = casting().map((part, index) => threadOf(part, index, now));
  const posts = publicScripts.map((script, at) => postOf(script, at, { threads, now }));
  return { accounts, people, threads, posts: posts.sort((a, b) => +a.at - +b.at) };
}

/** Beyond the places that private messages take within a millisecond. */
const FIRST_POST = 4_000_000;

type Told = { threads: readonly StoryThread[]; now: Date };

function postOf(script: PublicScript, index: number, { threads, now }: Told): StoryPost {
  const person = people.find(({ username }) => username === script.before);
  const theirs = threads.find(({ personId }) => personId === person?.id)?.messages[0]?.at;
  const ms = (theirs ?? now).getTime() - script.minutesAgo * 60_000;
  const author = [...accounts, ...people].find(({ username }) => username === script.by);
  if (!author) throw new Error(`nobody is called ${script.by}`);
  return {
    id: snowflake(ms, FIRST_POST + index),
    key: script.key,
    authorId: author.id,
    text: script.text,
    at: new Date(ms),
    answers: script.answers ?? null,
    quotes: script.quotes ?? null,
    deepLinkTo: script.invites ? author.id : null,
    isDeleted: script.deleted ?? false,
    author: script.author ?? null,
  };
}

type Part = { person: CastMember; script: Script };

/** Who says what: the named their own story, passers-by one of their language each. */
function casting(): Part[] {
  const byName = new Map(people.map((person) => [person.username, person]));
  const own = named.map((script): Part => {
    const person = byName.get(script.username ?? '');
    if (!person) throw new Error(`nobody is called ${script.username}`);
    return { person, script };
  });
  const known = new Set(own.map(({ person }) => person.id));
  const turn = new Map<Language, number>();
  const anybody = people.flatMap((person): Part[] => {
    if (known.has(person.id)) return [];
    const at = turn.get(person.language) ?? 0;
    turn.set(person.language, at + 1);
    const script = shelves[person.language][at];
    return script ? [{ person, script }] : [];
  });
  return [...own, ...anybody];
}

function threadOf({ person, script }: Part, index: number, now: Date): StoryThread {
  const account = accounts.find(({ key }) => key === script.to);
  if (!account) throw new Error(`no account ${script.to}`);
  const random = seeded(hashOf(`${person.username}:${script.to}`));
  const fill = filler(person, random);
  const times = timesOf(script, random, now.getTime());
  const messages = script.lines.map((line, at) => {
    const ms = times[at] ?? now.getTime();
    return {
      id: snowflake(ms, index * 1_024 + at),
      fromId: line.startsWith('>') ? person.id : account.id,
      text: fill(line.slice(2)),
      at: new Date(ms),
    };
  });
  const offer = account.key === 'brand' ? offerTo(person, now.getTime()) : undefined;
  if (offer) {
    const { text, atMs } = offer;
    const id = snowflake(atMs, index * 1_024 + messages.length);
    messages.push({ id, fromId: account.id, text, at: new Date(atMs) });
  }
  const { topics, waiting } = script;
  return { accountId: account.id, personId: person.id, topics, waiting, messages };
}

function filler(person: CastMember, random: () => number): (line: string) => string {
  const flavour = pick(flavours, random);
  const slots: Record<string, string> = {
    order: String(51_000 + Math.floor(random() * 8_900)),
    flavour,
    other: pick(
      flavours.filter((each) => each !== flavour),
      random,
    ),
    town: person.location || 'Bristol',
    agent: pick(agents, random),
  };
  return (line) => line.replace(/\{(\w+)\}/g, (whole, slot: string) => slots[slot] ?? whole);
}
