import type { Status, Unreadable } from '@/lib/domain/conversation/conversation';
import type { EventType } from '@/lib/domain/conversation/events';
import type { PublicPost } from '@/lib/domain/conversation/post';
import { waitingSince } from '@/lib/domain/conversation/waiting';
import type { CastMember } from '@/sandbox/cast';
import { hashOf, seeded } from '@/sandbox/seeded';
import type { StoryThread } from '@/sandbox/story';
import type { Known } from './known';
import { known } from './known';
import type { Standing } from './standing';
import { ageOf, DAY_MS, HOUR_MS, MINUTE_MS, standingOf } from './standing';
import type { FirstName, TeamKey } from './team';
import type { LabelName } from './topics';
import { labelsFor, teamFor } from './topics';

export type PastMessage = {
  kind: 'inbound' | 'outbound' | 'note';
  author: FirstName | null;
  body: string;
  unreadable: Unreadable | null;
  /** Of a public post. */
  post?: PublicPost;
  externalId: string | null;
  at: Date;
  /** Set when it did not simply arrive. */
  unsent?: NonNullable<Known['unsent']>;
};

/** Something that was done with a conversation. */
export type PastFact = {
  type: EventType;
  at: Date;
  by: FirstName;
  to?: FirstName;
  label?: LabelName;
  team?: TeamKey;
  data?: Readonly<Record<string, string | boolean>>;
};

/** What the workspace remembers of one thread. */
export type Past = Omit<Standing, 'notes'> & {
  messages: PastMessage[];
  facts: PastFact[];
  statusAt: Date;
  teamKey: TeamKey | null;
  labels: readonly LabelName[];
  waitingSince: Date | null;
};

/** Tells a thread of the story from the brand's side: who answered, who holds it now, and how it stands. */
export function pastOf(thread: StoryThread, person: CastMember, now: Date): Past {
  const random = seeded(hashOf(`${person.username}:${thread.accountId}:house`));
  const about = known[person.username] ?? {};
  const standing = standingOf({ thread, known: about, now, random });
  const said = withAuthors(thread, person, standing.owner ?? 'Jack');
  const latest = new Date(now.getTime() - 1_000);
  const messages = [...said, ...afterwards(said, about, { standing, latest })];
  const isSorted = standing.owner !== null || standing.priority !== 'normal' || random() < 0.4;
  const past = {
    ...standing,
    messages,
    statusAt: statusAtOf(messages, standing.status, latest),
    teamKey: isSorted && standing.status !== 'spam' ? teamFor(thread.topics) : null,
    labels: isSorted && standing.status !== 'spam' ? labelsFor(thread.topics) : [],
    waitingSince: standing.status === 'resolved' ? null : waitingOf(messages),
  };
  return {
    ...past,
    facts: ageOf(thread, now) < 21 * DAY_MS ? factsOf(past, random) : closing(past),
  };
}

function withAuthors(thread: StoryThread, person: CastMember, owner: FirstName): PastMessage[] {
  let writing = owner;
  let before = 0;
  return thread.messages.map(({ id, fromId, text, at }): PastMessage => {
    const inbound = fromId === person.id;
    if (at.getTime() - before > 7 * HOUR_MS) writing = owner;
    before = at.getTime();
    writing = nameIn(text, inbound ? askedFor : saidToBe) ?? writing;
    if (!inbound)
      return { ...arrived, kind: 'outbound', author: writing, body: text, externalId: id, at };
    const sealed = person.encrypted ? ({ body: '', unreadable: 'encrypted' } as const) : null;
    return { ...arrived, kind: 'inbound', author: null, body: text, externalId: id, at, ...sealed };
  });
}

const arrived = { unreadable: null } as const;

/** A long conversation passes through several hands: who takes it up says so. */
function nameIn(text: string, pattern: RegExp): FirstName | undefined {
  return pattern.exec(text)?.slice(1).find(isFirstName);
}

const names = '(Priya|Mo|Lena|Jack)';
const saidToBe = new RegExp(
  `\\b${names},? (?:here|tonight|again|speaking|I am back)|(?:I am|This is|To me,|Here,) ${names}\\b`,
);
const askedFor = new RegExp(`^(?:Good evening|Is) ${names}\\b`);

function isFirstName(found: string | undefined): found is FirstName {
  return found !== undefined;
}

type Around = { standing: Standing; latest: Date };

/** Notes, and an answer that did not arrive: after the last message, and never after now. */
function afterwards(
  said: PastMessage[],
  about: Known,
  { standing, latest }: Around,
): PastMessage[] {
  const from = said.at(-1)?.at ?? latest;
  const room = latest.getTime() - from.getTime();
  const { unsent } = about;
  const step = Math.min(6 * MINUTE_MS, room / (standing.notes.length + 2));
  const at = (place: number) => new Date(Math.floor(from.getTime() + step * (place + 1)));
  const blank = { unreadable: null, externalId: null };
  const notes = standing.notes.map(
    ([author, body], place): PastMessage => ({
      ...blank,
      kind: 'note',
      author,
      body,
      at: at(place),
    }),
  );
  if (!unsent) return notes;
  const triedAt = latest.getTime() - unsent.minutesAgo * MINUTE_MS;
  const answer = {
    kind: 'outbound',
    author: unsent.by,
    body: unsent.text,
    at: new Date(Math.max(triedAt, at(notes.length).getTime())),
  } as const;
  return [...notes, { ...blank, ...answer, unsent }];
}

function statusAtOf(messages: readonly PastMessage[], status: Status, latest: Date): Date {
  const [first, last] = [messages[0]?.at ?? latest, messages.at(-1)?.at ?? latest];
  if (status === 'open') return messages.findLast(({ kind }) => kind === 'inbound')?.at ?? first;
  if (status === 'waiting') return last;
  return new Date(Math.min(latest.getTime(), last.getTime() + 9 * MINUTE_MS));
}

function waitingOf(messages: readonly PastMessage[]): Date | null {
  const turns = messages.map(({ kind, at, unsent }) => ({
    kind,
    at: at.toISOString(),
    delivery: unsent?.state ?? ('sent' as const),
  }));
  const since = waitingSince(turns);
  return since === null ? null : new Date(since);
}

type Told = Omit<Past, 'facts'>;

/** What was done with it on the way here. */
function factsOf(past: Told, random: () => number): PastFact[] {
  const [first, answer] = [past.messages[0], past.messages.find(({ kind }) => kind !== 'inbound')];
  if (!first) return [];
  const end = (answer?.at ?? past.statusAt).getTime();
  const begin = first.at.getTime();
  const sortedAt = new Date(Math.floor(begin + Math.max(0, end - begin) * (0.3 + random() * 0.6)));
  const by = past.owner ?? 'Jack';
  const fact = (type: EventType, rest: Partial<PastFact> = {}): PastFact => ({
    type,
    at: sortedAt,
    by,
    ...rest,
  });
  const given = random() < 0.2 && past.owner !== null && past.owner !== 'Jack';
  const taken = given
    ? fact('conversation.assigned', { by: 'Jack', to: past.owner ?? by })
    : fact('conversation.claimed', { to: by });
  return [
    ...(past.owner === null ? [] : [taken]),
    ...past.labels.map((label) => fact('conversation.labelled', { label })),
    ...(past.teamKey === null ? [] : [fact('conversation.teamed', { team: past.teamKey })]),
    ...(past.priority === 'normal'
      ? []
      : [fact('conversation.prioritised', { data: { from: 'normal', to: past.priority } })]),
    ...closing(past),
  ];
}

/** How it came to its status, when a person put it there. */
function closing({ status, statusAt: at, owner, snoozedUntil, messages }: Told): PastFact[] {
  const by = owner ?? 'Jack';
  // Mostly they said thank you.
  const noAnswerNeeded = messages.findLast(({ kind }) => kind !== 'note')?.kind === 'inbound';
  switch (status) {
    case 'resolved':
      return [{ type: 'conversation.closed', at, by, data: { from: 'open', noAnswerNeeded } }];
    case 'snoozed':
      return [
        {
          type: 'conversation.snoozed',
          at,
          by,
          data: { from: 'open', until: snoozedUntil?.toISOString() ?? '' },
        },
      ];
    case 'on_hold':
    case 'spam':
      return [{ type: 'conversation.status', at, by, data: { from: 'open', to: status } }];
    case 'open':
    case 'waiting':
      return [];
  }
}
