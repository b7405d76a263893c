import { z } from 'zod';
import type { Message } from '../core/entities';
import { drawFault } from '../core/fault-draw';
import type { SendFault } from '../core/faults';
import { mediaStateOf } from '../core/media-files';
import { conversationIdOf, mayWrite } from '../core/world';
import type { Answer } from '../http/answer';
import { forbidden, invalidRequest, json, notFound } from '../http/answer';
import type { AccountCall } from './endpoint';
import { Refused } from './endpoint';
import { bodyOf, idOf } from './parameters';
import { numberedError, ruleRefusal } from './refusals';
import { answerAfterAccept, answerBeforeAccept } from './send-faults';
import { codePoints } from './wire-text';

const digits = z.string().regex(/^[0-9]{1,19}$/);
const body = z
  .strictObject({
    text: z.string().min(1).optional(),
    attachments: z
      .array(z.strictObject({ media_id: digits }))
      .min(1)
      .max(1)
      .optional(),
  })
  .refine(
    ({ text, attachments }) => text !== undefined || attachments !== undefined,
    'needs text or attachments',
  );

const MAX_TEXT = 10_000;
const MEDIA_LIFE_MS = 86_400_000;

export function sendToPerson(call: AccountCall): Answer {
  return send(call, idOf(call, 'participant_id'));
}

export function sendToConversation(call: AccountCall): Answer {
  const id = call.params['dm_conversation_id'] ?? '';
  if (!/^([0-9]{1,19}-[0-9]{1,19}|[0-9]{15,19})$/.test(id)) {
    return invalidRequest(`The \`dm_conversation_id\` path parameter value [${id}] is not valid`, {
      dm_conversation_id: [id],
    });
  }
  const [a = '', b] = id.split('-');
  if (b === undefined) return notFound('dm_conversation', 'dm_conversation_id', id);
  if (a !== call.accountId && b !== call.accountId)
    return forbidden('You are not a participant of this conversation.');
  return send(call, b === call.accountId ? a : b);
}

type Sending = {
  call: AccountCall;
  toId: string;
  text: string;
  mediaId?: string;
  fault?: SendFault;
};

function send(call: AccountCall, toId: string): Answer {
  const { text = '', attachments } = bodyOf(call, body);
  const mediaId = attachments?.[0]?.media_id;
  const fault = drawFault(call.sandbox, 'send');
  const sending: Sending = {
    call,
    toId,
    text,
    ...(mediaId ? { mediaId } : {}),
    ...(fault ? { fault } : {}),
  };
  const early = fault && answerBeforeAccept(fault);
  if (early) return noted(sending, early);
  const message = acceptable(sending);
  if ('refusal' in message) return noted(sending, message.refusal, message.reason);
  return accept(sending, message);
}

function acceptable({
  call,
  toId,
  text,
  mediaId,
}: Sending): Message | { refusal: Answer; reason: string } {
  const { sandbox, accountId } = call;
  const { world } = sandbox;
  const recipient = world.people.get(toId);
  if (!recipient) return { refusal: notFound('user', 'participant_id', toId), reason: 'gone' };
  if (recipient.suspended) return { refusal: numberedError(63), reason: 'suspended' };
  if (toId === accountId)
    return { refusal: invalidRequest('You cannot message yourself.'), reason: 'self' };
  if (codePoints(text) > MAX_TEXT) return { refusal: numberedError(354), reason: 'too_long' };
  if (mediaId && !ownsUsable(call, mediaId)) {
    return {
      refusal: invalidRequest('Your media ids are invalid.', { media_ids: [mediaId] }),
      reason: 'media',
    };
  }
  const verdict = mayWrite(world, accountId, toId);
  if (!verdict.allow)
    return { refusal: ruleRefusal(verdict, world.settings.refusals), reason: verdict.reason };
  return {
    id: sandbox.nextId(),
    fromId: accountId,
    toId,
    text,
    at: new Date(sandbox.now()).toISOString(),
    mode: verdict.mode,
    ...(mediaId ? { mediaId } : {}),
  };
}

/** Accepted is what is in the ledger; only then comes the answer, or what a fault makes of it. */
function accept({ call, toId, text, fault }: Sending, message: Message): Answer {
  const after = (fault && answerAfterAccept(fault)) ?? accepted(message);
  call.sandbox.record(
    { kind: 'message.created', message },
    {
      kind: 'send.attempted',
      accountId: call.accountId,
      toId,
      text,
      outcome: 'accepted',
      status: 'sever' in after ? null : after.status,
      messageId: message.id,
      ...(fault ? { fault: fault.mode } : {}),
    },
  );
  return after;
}

function accepted(message: Message): Answer {
  const data = {
    dm_conversation_id: conversationIdOf(message.fromId, message.toId),
    dm_event_id: message.id,
  };
  return json(201, { data }, { location: `https://api.twitter.com/2/dm_events/"${message.id}"` });
}

function noted({ call, toId, text, fault }: Sending, answer: Answer, reason?: string): Answer {
  call.sandbox.record({
    kind: 'send.attempted',
    accountId: call.accountId,
    toId,
    text,
    outcome: fault && fault.mode !== 'refuse' && reason === undefined ? 'failed' : 'refused',
    status: 'sever' in answer ? null : answer.status,
    ...(reason ? { reason } : {}),
    ...(fault ? { fault: fault.mode } : {}),
  });
  return answer;
}

function ownsUsable({ sandbox, accountId }: AccountCall, mediaId: string): boolean {
  const media = sandbox.world.media.get(mediaId);
  if (media?.ownerId !== accountId || mediaStateOf(sandbox, media) !== 'succeeded') return false;
  return sandbox.now() - Date.parse(media.at) < MEDIA_LIFE_MS;
}

/** Groups exist on the network, but this app may not open one. */
export function refuseGroup(): Answer {
  throw new Refused({
    status: 403,
    headers: { 'content-type': 'application/problem+json' },
    body: {
      title: 'Disallowed Resource',
      detail: 'This app may not create group conversations.',
      type: 'https://api.x.com/2/problems/disallowed-resource',
      resource_type: 'dm_conversation',
      status: 403,
    },
  });
}
