import { learnedFromSending } from '@/lib/domain/permissions/relation';
import type { Story } from '@/sandbox/story';
import type { Tx } from '../client';
import { conversations, messages } from '../schema/conversations';
import { attempts, deliveries } from '../schema/deliveries';
import { handoffs } from '../schema/handoffs';
import { contacts, identities } from '../schema/people';
import { relationChecks, relationFacts } from '../schema/relations';
import { noteMentions } from '../schema/together';
import { eventCounters, events } from '../schema/workspaces';
import { doorEvents } from './doors';
import { handoffsIn } from './handoffs';
import { pastOf } from './history';
import type { House } from './house';
import { inBatches } from './in-batches';
import type { Laid } from './laid';
import { publicPasts } from './mentions';
import type { HousePromises } from './promises';
import { promiseAll, startClocks } from './promises';
import type { Known, Rows } from './rows';
import { introduce, remember } from './rows';
import { judgeAll, putAside, seedTriage } from './triage';

type Demo = {
  story: Story;
  channelOf: Map<string, string>;
  house: House;
  promises: HousePromises;
  begun: Date;
  now: Date;
};

/** Every thread of the story as the workspace would remember it, its events in order on the spine. */
export async function seedConversations(tx: Tx, demo: Demo): Promise<Laid[]> {
  const { story, channelOf, house, now } = demo;
  const rows = emptyRows();
  rows.events.push(...doorEvents(house, { ...demo, accounts: story.accounts }));
  const people = new Map(story.people.map((person) => [person.id, person]));
  const known = new Map<string, Known>();
  const laid = story.threads.map((thread): Laid => {
    const person = people.get(thread.personId);
    const channelId = channelOf.get(thread.accountId);
    if (!person || !channelId) throw new Error(`nobody to seed ${thread.personId} for`);
    const who = known.get(person.id) ?? introduce(rows, house, person);
    known.set(person.id, who);
    const past = pastOf(thread, person, now);
    const ids = remember(rows, { house, channelId, now, identityId: who.identityId }, past);
    return { ...past, ...who, ...ids, username: person.username };
  });
  const mentions = publicPasts(story, now).map((past): Laid => {
    const { accountId, personId, thread } = past;
    const person = people.get(personId);
    const [channelId, who] = [channelOf.get(accountId), known.get(personId)];
    if (!person || !channelId || !who) throw new Error(`nobody to seed ${thread} for`);
    const { identityId } = who;
    const ids = remember(rows, { house, channelId, identityId, now, thread }, past);
    return { ...past, ...who, ...ids, username: person.username };
  });
  const handedOff = handoffsIn({ story, house, rows, laid, mentions });
  promiseAll(rows, demo.promises, begunInPublic(handedOff));
  const judgements = judgeAll(rows);
  const aside = putAside(rows, house, laid);
  await insertAll(tx, house.workspaceId, rows);
  await seedTriage(tx, judgements, aside);
  await seedRelations(tx, { workspaceId: house.workspaceId, rows, laid });
  await inBatches(tx, handoffs, handedOff);
  await startClocks(
    tx,
    { workspaceId: house.workspaceId, now },
    rows.conversations.map(({ id }) => id),
  );
  return [...laid, ...mentions];
}

/** When a private conversation began, where that was a complaint in public. */
function begunInPublic(handedOff: ReturnType<typeof handoffsIn>): Map<string, string> {
  return new Map(
    handedOff.flatMap(({ privateId, startedAt, arrivedAt }) =>
      privateId && arrivedAt ? [[privateId, startedAt] as const] : [],
    ),
  );
}

function emptyRows(): Rows {
  return {
    contacts: [],
    identities: [],
    conversations: [],
    messages: [],
    deliveries: [],
    attempts: [],
    noteMentions: [],
    events: [],
  };
}

async function insertAll(tx: Tx, workspaceId: string, rows: Rows): Promise<void> {
  const spine = rows.events
    .sort((a, b) => a.at.localeCompare(b.at))
    .map((event, index) => ({ ...event, seq: index + 1 }));
  await inBatches(tx, contacts, rows.contacts);
  await inBatches(tx, identities, rows.identities);
  await inBatches(tx, conversations, rows.conversations);
  await inBatches(tx, messages, rows.messages);
  await inBatches(tx, deliveries, rows.deliveries);
  await inBatches(tx, attempts, rows.attempts);
  await inBatches(tx, noteMentions, rows.noteMentions);
  await inBatches(tx, events, spine);
  await tx.insert(eventCounters).values({ workspaceId, seq: spine.length });
}

/**
 * How everybody stands to the accounts is for the network to say, as soon as a worker asks. Of whom it
 * refused before, that is known, and stays so until somebody has it asked again.
 */
async function seedRelations(
  tx: Tx,
  { workspaceId, rows, laid }: { workspaceId: string; rows: Rows; laid: readonly Laid[] },
): Promise<void> {
  const refusedAt = new Map(
    laid.flatMap(({ id, messages: said }) => {
      const refused = said.findLast(({ unsent }) => unsent?.state === 'failed');
      return refused ? [[id, refused.at.toISOString()] as const] : [];
    }),
  );
  const refused = rows.conversations.filter(({ id }) => refusedAt.has(id));
  const learned = learnedFromSending({ kind: 'refused', reason: 'RECIPIENT_CLOSED' });
  const facts = refused.flatMap((conversation) => {
    const at = refusedAt.get(conversation.id) ?? '';
    return learned.map((fact) => ({ ...pairOf(conversation), ...fact, workspaceId, at }));
  });
  await inBatches(tx, relationFacts, facts);
  const unknown = new Map(
    rows.conversations.map((conversation) => [nameOf(conversation), pairOf(conversation)]),
  );
  for (const conversation of refused) unknown.delete(nameOf(conversation));
  await inBatches(tx, relationChecks, [...unknown.values()]);
}

/** Each person and account that speak with each other, by one name. */
function nameOf({ channelId, identityId }: Rows['conversations'][number]): string {
  return `${channelId} ${identityId}`;
}

function pairOf({ workspaceId, channelId, identityId }: Rows['conversations'][number]) {
  return { workspaceId, channelId, identityId };
}
