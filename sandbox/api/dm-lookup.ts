import type { Message } from '../core/entities';
import { drawFault } from '../core/fault-draw';
import { conversationIdOf } from '../core/world';
import type { Answer } from '../http/answer';
import { forbidden, invalidRequest, json, notFound, numbered, unavailable } from '../http/answer';
import type { Route } from '../http/route';
import { compareIds } from '../snowflake';
import { dmEventObject, dmIncludes, dmViewOf } from './dm-object';
import type { AccountCall, Endpoint } from './endpoint';
import { idOf, namesOf, pageSizeOf, pageStartOf, pageTokenOf } from './parameters';

const reading = {
  for: 'account',
  bucket: 'dm.lookup',
  scopes: ['dm.read', 'tweet.read', 'users.read'],
  area: 'lookup',
} as const;

const REACH_MS = 30 * 86_400_000;
const eventTypes = ['MessageCreate', 'ParticipantsJoin', 'ParticipantsLeave'];

export const dmLookupRoutes: Route<Endpoint>[] = [
  { method: 'GET', path: '/2/dm_events', target: { ...reading, run: all } },
  { method: 'GET', path: '/2/dm_events/{event_id}', target: { ...reading, run: single } },
  {
    method: 'GET',
    path: '/2/dm_conversations/with/{participant_id}/dm_events',
    target: { ...reading, run: withPerson },
  },
  {
    method: 'GET',
    path: '/2/dm_conversations/{id}/dm_events',
    target: { ...reading, run: ofConversation },
  },
];

function all(call: AccountCall) {
  const { world, now } = call.sandbox;
  const since = new Date(now() - REACH_MS).toISOString();
  const ids = world.byParticipant.get(call.accountId) ?? [];
  return page(call, ids, { list: 'all', keep: ({ at }) => at >= since });
}

function withPerson(call: AccountCall) {
  const personId = idOf(call, 'participant_id');
  return page(call, idsWith(call, personId), { list: 'one', keep: () => true });
}

function ofConversation(call: AccountCall) {
  const id = call.params['id'] ?? '';
  if (!/^([0-9]{1,19}-[0-9]{1,19}|[0-9]{15,19})$/.test(id)) {
    return invalidRequest(`The \`id\` path parameter value [${id}] is not valid`, { id: [id] });
  }
  const [a = '', b = ''] = id.split('-');
  if (a !== call.accountId && b !== call.accountId)
    return forbidden('You are not a participant of this conversation.');
  return page(call, idsWith(call, a === call.accountId ? b : a), { list: 'one', keep: () => true });
}

function single(call: AccountCall) {
  const id = idOf(call, 'event_id');
  const trouble = troubleOf(call);
  if (trouble.answer) return trouble.answer;
  const view = dmViewOf(call);
  const message = call.sandbox.world.messages.get(id);
  if (!message || !isVisible(call, message)) return notFound('dm_event', 'event_id', id);
  const includes = dmIncludes(call, [message], view);
  return json(200, {
    data: dmEventObject(call.sandbox.world, message, view),
    ...(Object.keys(includes).length > 0 ? { includes } : {}),
  });
}

type Listing = { list: 'all' | 'one'; keep: (message: Message) => boolean };

/** One page, newest first. With nothing to show `data` is absent; the last page may still name a next one. */
function page(call: AccountCall, ids: readonly string[], { list, keep }: Listing) {
  const trouble = troubleOf(call);
  if (trouble.answer) return trouble.answer;
  const { world } = call.sandbox;
  const view = dmViewOf(call);
  const size = pageSizeOf(call);
  const isShown = (message: Message) =>
    isVisible(call, message) && keep(message) && !trouble.hides(message, list);
  const found = newestFirst(call, ids, { before: pageStartOf(call), count: size + 1, isShown });
  const shown = found.slice(0, size);
  const last = shown.at(-1);
  const hasNext = found.length > size || world.settings.nextTokenOnLastPage;
  const includes = dmIncludes(call, shown, view);
  return json(200, {
    ...(last ? { data: shown.map((message) => dmEventObject(world, message, view)) } : {}),
    ...(Object.keys(includes).length > 0 ? { includes } : {}),
    meta: {
      result_count: shown.length,
      ...(last && hasNext ? { next_token: pageTokenOf(last.id) } : {}),
    },
  });
}

type Walk = { before: string | undefined; count: number; isShown: (message: Message) => boolean };

function newestFirst(call: AccountCall, ids: readonly string[], { before, count, isShown }: Walk) {
  const types = namesOf(call, 'event_types', eventTypes);
  const found: Message[] = [];
  if (types.size > 0 && !types.has('MessageCreate')) return found;
  const end = before === undefined ? ids.length : placeOf(ids, before);
  for (let place = end - 1; place >= 0 && found.length < count; place--) {
    const message = call.sandbox.world.messages.get(ids[place] ?? '');
    if (message && isShown(message)) found.push(message);
  }
  return found;
}

/** Where an id stands, or would stand, among ids in order. */
function placeOf(ids: readonly string[], id: string): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareIds(ids[middle] ?? '', id) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function idsWith(call: AccountCall, personId: string) {
  return call.sandbox.world.byConversation.get(conversationIdOf(call.accountId, personId)) ?? [];
}

/** Encrypted messages and those deleted on this side are not there at all. */
function isVisible(call: AccountCall, message: Message): boolean {
  const concerned = message.fromId === call.accountId || message.toId === call.accountId;
  return (
    concerned &&
    !message.encrypted &&
    !call.sandbox.world.hidden.has(`${call.accountId}:${message.id}`)
  );
}

type Trouble = { answer?: Answer; hides: (message: Message, list: 'all' | 'one') => boolean };

function troubleOf(call: AccountCall): Trouble {
  const hides = () => false;
  const fault = drawFault(call.sandbox, 'lookup');
  if (fault?.mode === 'fail') return { answer: unavailable(), hides };
  if (fault?.mode === 'timeout') return { answer: { sever: 'hang' }, hides };
  if (fault?.mode === 'off') {
    return {
      answer: numbered(403, 453, 'You currently have access to a subset of endpoints only.'),
      hides,
    };
  }
  if (fault?.mode !== 'lag') return { hides };
  const { lagMs = 30_000, everywhere = false } = fault;
  const newest = new Date(call.sandbox.now() - lagMs).toISOString();
  return { hides: ({ at }, list) => (list === 'all' || everywhere) && at > newest };
}
