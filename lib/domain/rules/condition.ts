import { openBetween } from '../sla/business-time';
import type { Calendar } from '../sla/calendar';
import { fitsAttribute } from './attribute';
import type { Facts, Found } from './facts';
import type { Condition, ListKind } from './rule';
import type { Wanted } from './words';
import { askedFor, foundAmong, plain, wordsIn } from './words';

/** The calendars that conditions name, by id. One that is not there is never open. */
export type Calendars = ReadonlyMap<string, Calendar>;

/** Whether a condition holds, and what was found where it asked. */
export type Judged = { holds: boolean; found: Found };

/** Asks a condition about a message. */
export function judge(condition: Condition, facts: Facts, calendars: Calendars): Judged {
  switch (condition.kind) {
    case 'vip':
    case 'verified':
    case 'teamed':
      return { holds: facts[condition.kind] === condition.is, found: facts[condition.kind] };
    case 'words':
      return byWords(condition, facts);
    case 'followers':
      return byFollowers(condition, facts.followers);
    case 'attribute': {
      const value = facts.attributes[condition.key];
      return { holds: fitsAttribute(value, condition.test), found: value ?? null };
    }
    case 'hours': {
      const open = isOpen(calendars.get(condition.calendarId), facts.at);
      return { holds: open === condition.inside, found: open };
    }
    default:
      return byList(condition, facts);
  }
}

type Listed = { kind: ListKind; not: boolean; oneOf: readonly string[] };

function byList({ kind, not, oneOf }: Listed, facts: Facts): Judged {
  const found = facts[kind];
  const has = typeof found === 'string' ? [found] : (found ?? []);
  return { holds: has.some((one) => oneOf.includes(one)) !== not, found };
}

type Words = Extract<Condition, { kind: 'words' }>;

/** What was made plain once: a message is asked by many rules, and a rule asks many messages. */
const saids = new WeakMap<Facts, string>();
const wanteds = new WeakMap<Words, readonly Wanted[]>();

function byWords(condition: Words, facts: Facts): Judged {
  const wanted = wanteds.get(condition) ?? askedFor(wordsIn(condition.words));
  wanteds.set(condition, wanted);
  const said = saids.get(facts) ?? plain(facts.text);
  saids.set(facts, said);
  const found = foundAmong(said, wanted);
  const enough = condition.all ? found.length === wanted.length : found.length > 0;
  return { holds: wanted.length > 0 && enough !== condition.not, found };
}

function byFollowers(
  { atLeast = 0, atMost = Number.POSITIVE_INFINITY }: Extract<Condition, { kind: 'followers' }>,
  found: number | null,
): Judged {
  return { holds: found !== null && found >= atLeast && found <= atMost, found };
}

function isOpen(calendar: Calendar | undefined, at: number): boolean {
  if (!calendar) return false;
  try {
    return openBetween(calendar, new Date(at), new Date(at + 1)).length > 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
