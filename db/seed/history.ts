import type { Status } from '@/lib/domain/conversation/conversation';
import type { CastMember } from '@/sandbox/cast';
import type { StoryThread } from '@/sandbox/story';
import type { Colleague } from './team';
import { notes } from './team';

type PastMessage = {
  kind: 'inbound' | 'outbound' | 'note';
  author: Colleague | null;
  body: string;
  unreadable: 'encrypted' | null;
  externalId: string | null;
  at: Date;
};

/** What the workspace remembers of one thread. */
export type Past = {
  messages: PastMessage[];
  owner: Colleague | null;
  status: Status;
  waitingSince: Date | null;
};

const HOUR_MS = 3_600_000;

/** Tells a thread of the story from the brand's side: who answered, who holds it now, and how it stands. */
export function pastOf(
  thread: StoryThread,
  person: CastMember,
  cast: { agents: readonly Colleague[]; now: Date; turn: number },
): Past {
  const answering = answererOf(thread, cast.agents, cast.turn);
  const said = thread.messages.map((message): PastMessage => {
    const inbound = message.fromId === person.id;
    return {
      kind: inbound ? 'inbound' : 'outbound',
      author: inbound ? null : answering,
      body: person.encrypted ? '' : message.text,
      unreadable: person.encrypted ? 'encrypted' : null,
      externalId: message.id,
      at: message.at,
    };
  });
  const last = said.at(-1);
  if (!last) throw new Error(`an empty thread with ${person.username}`);

  const waits = last.kind === 'inbound';
  const ageHours = (cast.now.getTime() - last.at.getTime()) / HOUR_MS;
  const messages = cast.turn % 9 === 4 ? withNote(said, cast, answering) : said;
  if (!waits && ageHours > 20) {
    return { messages, owner: answering, status: 'resolved', waitingSince: null };
  }
  const untouched = waits && !said.some((message) => message.kind === 'outbound');
  const owner = untouched && cast.turn % 3 !== 0 ? null : answering;
  return { messages, owner, status: 'open', waitingSince: waits ? firstUnanswered(said) : null };
}

/** Whoever signed an answer with their name, else the agents in turn. */
function answererOf(thread: StoryThread, agents: readonly Colleague[], turn: number): Colleague {
  const text = thread.messages.map((message) => message.text).join(' ');
  const signed = agents.find((agent) => text.includes(agent.name.split(' ')[0] ?? agent.name));
  const chosen = signed ?? agents[turn % agents.length];
  if (!chosen) throw new Error('no agents');
  return chosen;
}

function withNote(
  said: PastMessage[],
  cast: { agents: readonly Colleague[]; now: Date; turn: number },
  answering: Colleague,
): PastMessage[] {
  const last = said.at(-1);
  const body = notes[cast.turn % notes.length];
  const author = cast.agents.find((agent) => agent !== answering);
  if (!last || !body || !author) return said;
  const at = new Date(Math.min(last.at.getTime() + 4 * 60_000, cast.now.getTime() - 1_000));
  return [...said, { kind: 'note', author, body, unreadable: null, externalId: null, at }];
}

function firstUnanswered(said: PastMessage[]): Date | null {
  const answered = said.findLastIndex((message) => message.kind === 'outbound');
  return said[answered + 1]?.at ?? null;
}
