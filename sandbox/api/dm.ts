import { pairKey } from '../core/world';
import { invalidRequest, json, notFound } from '../http/answer';
import type { Route } from '../http/route';
import { refuseGroup, sendToConversation, sendToPerson } from './dm-send';
import type { AccountCall, Endpoint } from './endpoint';
import { mediaRead } from './media-read';
import { idOf } from './parameters';
import { numberedError } from './refusals';

const writing = {
  for: 'account',
  scopes: ['dm.write', 'tweet.read', 'users.read'],
  area: 'send',
} as const;

export const dmRoutes: Route<Endpoint>[] = [
  {
    method: 'POST',
    path: '/2/dm_conversations/with/{participant_id}/messages',
    target: { ...writing, bucket: 'dm.send', run: sendToPerson },
  },
  {
    method: 'POST',
    path: '/2/dm_conversations/{dm_conversation_id}/messages',
    target: { ...writing, bucket: 'dm.send', run: sendToConversation },
  },
  {
    method: 'POST',
    path: '/2/dm_conversations',
    target: { ...writing, bucket: 'dm.send', run: refuseGroup },
  },
  {
    method: 'DELETE',
    path: '/2/dm_events/{event_id}',
    target: {
      for: 'account',
      bucket: 'dm.delete',
      scopes: ['dm.read', 'dm.write'],
      area: 'delete',
      run: hide,
    },
  },
  {
    method: 'POST',
    path: '/2/users/{id}/dm/block',
    target: {
      ...writing,
      area: 'block',
      bucket: 'dm.block',
      run: (call: AccountCall) => block(call, true),
    },
  },
  {
    method: 'POST',
    path: '/2/users/{id}/dm/unblock',
    target: {
      ...writing,
      area: 'block',
      bucket: 'dm.block',
      run: (call: AccountCall) => block(call, false),
    },
  },
  {
    method: 'GET',
    path: '/2/dm_conversations/media/{dm_id}/{media_id}/{resource_id}',
    target: { for: 'account', bucket: 'media', scopes: ['dm.read'], area: 'media', run: mediaRead },
  },
];

/** Takes a message from our own view; the other side keeps it. */
function hide(call: AccountCall) {
  const id = idOf(call, 'event_id');
  const message = call.sandbox.world.messages.get(id);
  const ours = message && [message.fromId, message.toId].includes(call.accountId);
  if (!ours || message.encrypted) return notFound('dm_event', 'event_id', id);
  call.sandbox.record({ kind: 'message.hidden', id, byId: call.accountId });
  return json(200, { data: { deleted: true } });
}

function block(call: AccountCall, blocked: boolean) {
  const toId = idOf(call, 'id');
  const person = call.sandbox.world.people.get(toId);
  if (!person) return notFound('user', 'id', toId);
  if (person.suspended) return numberedError(63);
  const { sandbox, accountId: fromId } = call;
  if (toId === fromId) return invalidRequest('You cannot block yourself.');
  const kind = blocked ? 'block.started' : 'block.ended';
  // Said again it is so already, and nothing happened.
  if (sandbox.world.dmBlocks.has(pairKey(fromId, toId)) !== blocked) {
    sandbox.record({ kind, fromId, toId, scope: 'dm' });
  }
  return json(200, { data: { blocked } });
}
