import type { CastAccount, CastMember } from './cast';
import { accounts, leads, people } from './cast';
import { abroad } from './dialogue/abroad';
import { business } from './dialogue/business';
import { counter } from './dialogue/counter';
import { guests } from './dialogue/guests';
import { orders } from './dialogue/orders';
import type { Script } from './dialogue/script';
import { support } from './dialogue/support';
import { hashOf, pick, seeded } from './seeded';
import { snowflake } from './snowflake';

type StoryMessage = { id: string; fromId: string; text: string; at: Date };
export type StoryThread = { accountId: string; personId: string; messages: StoryMessage[] };
export type Story = {
  accounts: readonly CastAccount[];
  people: readonly CastMember[];
  threads: StoryThread[];
};

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
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
const agents = ['Priya', 'Mo', 'Lena', 'Jack', 'Sunniva'];

/**
 * The demo's past: the same for the same `now`, id for id, so that the sandbox and the app's database can be
 * filled apart and agree. Every message lies in the 21 days before `now`; conversations that wait for an answer
 * lie in its last hours.
 */
export function story(now: Date): Story {
  const casting = [...leadParts(), ...passerByParts()];
  const threads = casting.map((part, index) => threadOf(part, index, now));
  return { accounts, people, threads };
}

type Part = { person: CastMember; script: Script };

function leadParts(): Part[] {
  return leads.flatMap((person) =>
    [business, guests, support].flatMap((shelf) => {
      const script = shelf[person.username];
      return script ? [{ person, script }] : [];
    }),
  );
}

function passerByParts(): Part[] {
  const english = [...orders, ...counter];
  const taken = { en: 0, es: 0, de: 0, ja: 0, ar: 0, fr: 0 };
  return people.slice(leads.length).map((person) => {
    const shelf = person.language === 'en' ? english : abroad[person.language];
    const turn = taken[person.language]++;
    // A stride that shares no factor with the shelf shows each script once before any comes again.
    const script = shelf[(turn * (shelf.length % 7 === 0 ? 3 : 7)) % shelf.length];
    if (!script) throw new Error(`no script for ${person.username}`);
    return { person, script };
  });
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
      id: snowflake(ms, index * 16 + at),
      fromId: line.startsWith('>') ? person.id : account.id,
      text: fill(line.slice(2)),
      at: new Date(ms),
    };
  });
  return { accountId: account.id, personId: person.id, messages };
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

/** Walks back from the last message: answers take minutes to an hour, a customer's second line seconds. */
function timesOf(script: Script, random: () => number, nowMs: number): number[] {
  const { lines, waiting } = script;
  const ageMs = waiting
    ? 2 * MINUTE_MS + random() ** 2 * 9 * 60 * MINUTE_MS
    : 40 * MINUTE_MS + random() ** 1.6 * 19 * DAY_MS;
  const times = [Math.floor(nowMs - ageMs)];
  for (let later = lines.length - 1; later > 0; later--) {
    const sameSide = lines[later]?.[0] === lines[later - 1]?.[0];
    const gapMs = sameSide
      ? (0.3 + random() * 2) * MINUTE_MS
      : (2 + random() ** 3 * 130) * MINUTE_MS;
    times.unshift(Math.floor((times[0] ?? nowMs) - gapMs));
  }
  return times;
}
