import type { Priority, Status } from '@/lib/domain/conversation/conversation';
import type { Topic } from '@/sandbox/dialogue/script';
import { pick } from '@/sandbox/seeded';
import type { StoryThread } from '@/sandbox/story';
import type { Known } from './known';
import { asides, holdReasons } from './notes';
import type { FirstName } from './team';
import { teams } from './team';
import { teamFor } from './topics';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Where the house has put a conversation. */
export type Standing = {
  status: Status;
  snoozedUntil: Date | null;
  owner: FirstName | null;
  priority: Priority;
  notes: readonly (readonly [by: FirstName, text: string])[];
};

type Case = { thread: StoryThread; known: Known; now: Date; random: () => number };

/** Decides how a conversation stands: what is known of it by name, else what its words and its age suggest. */
export function standingOf(thing: Case): Standing {
  const { thread, known, now } = thing;
  const wakesIn = known.wakesIn ?? null;
  const guessed = guessStatus(thing);
  const status = known.status ?? (wakesIn === null ? guessed : 'snoozed');
  const owner = 'owner' in known ? known.owner : ownerOf(thing, status);
  const wakes = wakesIn ?? pick(wakeHours, thing.random);
  return {
    status,
    owner: owner ?? (status === 'snoozed' || status === 'on_hold' ? signerOf(thread) : null),
    snoozedUntil: status === 'snoozed' ? new Date(now.getTime() + wakes * HOUR_MS) : null,
    priority: known.priority ?? priorityOf(thing, status),
    notes: known.notes ?? notesOf(thing, status),
  };
}

/** Soon, this evening, tomorrow, next week. */
const wakeHours = [0.3, 1.5, 5, 18, 26, 70, 170];

function guessStatus({ thread, now, random }: Case): Status {
  const [chance, ageMs] = [random(), ageOf(thread, now)];
  if (isUnwanted(thread)) return ageMs > 14 * HOUR_MS || chance < 0.5 ? 'spam' : 'open';
  if (thread.waiting) return statusOfQuestion(chance);
  return lastIsOurs(thread) ? statusOfAnswer(chance, ageMs) : statusOfThanks(chance, ageMs);
}

function statusOfAnswer(chance: number, ageMs: number): Status {
  return ageMs < 18 * DAY_MS && chance < 0.8 ? 'waiting' : 'resolved';
}

function statusOfThanks(chance: number, ageMs: number): Status {
  return ageMs < 30 * HOUR_MS && chance < 0.3 ? 'open' : 'resolved';
}

function statusOfQuestion(chance: number): Status {
  if (chance < 0.1) return 'snoozed';
  return chance < 0.19 ? 'on_hold' : 'open';
}

function ownerOf({ thread, random }: Case, status: Status): FirstName | null {
  const chance = random();
  if (isUnwanted(thread)) return null;
  const answered = thread.messages.some(({ fromId }) => fromId === thread.accountId);
  const wanted = status === 'open' && !answered && chance < 0.46;
  return wanted ? null : (signedBy(thread) ?? pick(answerersOf(thread), random));
}

/** Somebody has to have put it off. */
function signerOf(thread: StoryThread): FirstName {
  return signedBy(thread) ?? answerersOf(thread)[0] ?? 'Jack';
}

function answerersOf({ topics }: StoryThread): FirstName[] {
  const members = teams[teamFor(topics) ?? 'orders'].members;
  return members.filter((first) => first !== 'Sunniva');
}

/** Whoever signed an answer with their name. */
function signedBy({ messages, accountId }: StoryThread): FirstName | null {
  const ours = messages.filter(({ fromId }) => fromId === accountId).map(({ text }) => text);
  return answerers.find((first) => new RegExp(`\\b${first}\\b`).test(ours.join(' '))) ?? null;
}

const answerers = ['Priya', 'Mo', 'Lena', 'Jack'] as const satisfies FirstName[];

function priorityOf({ thread: { topics, waiting }, random }: Case, status: Status): Priority {
  const chance = random();
  const isAbout = (...some: Topic[]) => some.some((topic) => topics.includes(topic));
  if (status === 'spam') return 'normal';
  if (!waiting) return isAbout('idea', 'work') && chance < 0.7 ? 'low' : 'normal';
  if (isAbout('allergens')) return chance < 0.4 ? 'urgent' : 'high';
  return isAbout('refund', 'melted', 'press') && chance < 0.55 ? 'high' : 'normal';
}

function notesOf({ thread, random }: Case, status: Status): Standing['notes'] {
  const [chance, choice] = [random(), random()];
  if (status === 'on_hold') {
    const reasons = thread.topics.map((topic) => holdReasons[topic]).find(Boolean);
    return [[signerOf(thread), pick(reasons ?? waitsForUs, random)]];
  }
  const fitting = asides.filter(({ about }) =>
    about.some((topic) => thread.topics.includes(topic)),
  );
  const aside = fitting[Math.floor(choice * fitting.length)];
  return aside && chance < 0.09 && !isUnwanted(thread) ? [[aside.by, aside.text]] : [];
}

const waitsForUs = [
  'On hold: asked the kitchen, they answer after the morning churn.',
  'On hold: @Jack decides this one.',
];

function isUnwanted({ topics }: StoryThread): boolean {
  return topics.includes('spam') || (topics.includes('abuse') && topics.length === 1);
}

export function ageOf({ messages }: StoryThread, now: Date): number {
  return now.getTime() - (messages.at(-1)?.at.getTime() ?? 0);
}

function lastIsOurs({ messages, accountId }: StoryThread): boolean {
  return messages.at(-1)?.fromId === accountId;
}
