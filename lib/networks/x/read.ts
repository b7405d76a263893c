import { ZodError } from 'zod';
import type { InboundEvent } from '../network';
import { PayloadNotUnderstood } from '../network';
import { whyNotRead } from './event-types';
import { findJson } from './json';
import { ignored, toMessage, toUnreadable } from './mapper';
import type { ActivityEvent } from './payloads';
import {
  accountEnvelope,
  accountRevocation,
  activityEvent,
  messageList,
  revocation,
} from './payloads';
import { newerDeletion } from './post-payloads';
import { toDeletion, toNewerMention, toOlderMention } from './posts';
import { toRelation } from './ties';

type Fields = Readonly<Record<string, unknown>>;

/** One thing to be read out of a body. They succeed or fail apart: a broken one must not cost its neighbours. */
type Part = () => InboundEvent | Part[];

/** What a verified body says, in either envelope: `data` (Activity API) or `for_user_id` (Account Activity API). */
export function read(body: Uint8Array): InboundEvent[] {
  const events: InboundEvent[] = [];
  const problems: string[] = [];
  for (const part of partsOf(fieldsOf(body))) collect(part, events, problems);
  if (problems.length > 0) throw new PayloadNotUnderstood(summary(problems), events);
  return events.length > 0 ? events : [ignored('empty', 'the delivery holds no events')];
}

function fieldsOf(body: Uint8Array): Fields {
  const value = findJson(new TextDecoder().decode(body));
  if (value === undefined) throw new PayloadNotUnderstood('not JSON');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new PayloadNotUnderstood('not an object');
  }
  return { ...value };
}

function partsOf(fields: Fields): Part[] {
  if ('data' in fields) return [fields['data']].flat().map((event) => () => activityParts(event));
  if ('user_event' in fields) return [() => accountRevoked(fields)];
  if ('for_user_id' in fields) return [() => accountParts(fields)];
  if ('replay_job_status' in fields) return [() => unread('replay_job_status')];
  throw new PayloadNotUnderstood('neither of the two envelopes');
}

function collect(part: Part, events: InboundEvent[], problems: string[]): void {
  try {
    const found = part();
    if (!Array.isArray(found)) events.push(found);
    else for (const inner of found) collect(inner, events, problems);
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    problems.push(
      ...error.issues.map(({ path, code }) => `${path.map(String).join('.') || 'body'} (${code})`),
    );
  }
}

function activityParts(raw: unknown): Part[] {
  const event = activityEvent.parse(raw);
  const account = event.filter?.user_id;
  switch (event.event_type) {
    case 'dm.received':
    case 'dm.sent':
      return messageParts(event.payload, { account, sent: event.event_type === 'dm.sent' });
    case 'chat.received':
    case 'chat.sent':
      return [
        () => toUnreadable(event.payload, { account, sent: event.event_type === 'chat.sent' }),
      ];
    case 'follow.follow':
    case 'follow.unfollow':
    case 'block.block':
    case 'block.unblock':
      return [
        () => toRelation(event.payload, { account, what: event.event_type.split('.').pop() }),
      ];
    case 'post.mention.create':
    case 'post.reply.create':
    case 'post.quote.create':
    case 'post.create':
      return [() => toNewerMention(event, { account, type: event.event_type })];
    case 'post.delete':
      return [() => activityDeleted(event)];
    case 'oauth.revoke':
      return [() => activityRevoked(event)];
    default:
      return [() => unread(event.event_type)];
  }
}

/** Keys that stand beside the lists of the Account Activity API. */
const besideLists = new Set(['for_user_id', 'users', 'apps', 'user_has_blocked', 'is_blocked_by']);

function accountParts(fields: Fields): Part[] {
  const account = accountEnvelope.parse(fields).for_user_id;
  const lists = Object.keys(fields).filter((key) => !besideLists.has(key));
  return lists.flatMap((key): Part[] => {
    if (key === 'direct_message_events') return messageParts(fields, { account, sent: false });
    return [fields[key]].flat().map((entry) => () => accountEvent(key, entry, account));
  });
}

function accountEvent(list: string, entry: unknown, account: string): InboundEvent {
  switch (list) {
    case 'follow_events':
    case 'block_events':
      return toRelation(entry, { account, what: undefined });
    case 'tweet_create_events':
      return toOlderMention(entry, account);
    case 'tweet_delete_events':
      return toDeletion(entry, account);
    default:
      return unread(list);
  }
}

function messageParts(payload: unknown, seenBy: { account: string | undefined; sent: boolean }) {
  const { direct_message_events: messages, users = {} } = messageList.parse(payload);
  return messages.map((message) => () => toMessage(message, users, seenBy));
}

function activityRevoked(event: ActivityEvent): InboundEvent {
  const { user_id, date_time } = revocation.parse(event.payload);
  return { kind: 'revoked', channelExternalId: user_id, at: date_time };
}

function activityDeleted({ payload, filter }: ActivityEvent): InboundEvent {
  const { id } = newerDeletion.parse(payload);
  const account = filter?.user_id;
  if (!account) return ignored('post.delete', 'for no account');
  return { kind: 'post_deleted', channelExternalId: account, externalId: id };
}

function accountRevoked(fields: Fields): InboundEvent {
  const { source, date_time } = accountRevocation.parse(fields).user_event.revoke;
  return { kind: 'revoked', channelExternalId: source.user_id, at: date_time };
}

function unread(type: string): InboundEvent {
  return ignored(type, whyNotRead(type));
}

function summary(problems: readonly string[]): string {
  const [first = '', ...more] = problems;
  return more.length === 0 ? first : `${first} and ${more.length} more`;
}
