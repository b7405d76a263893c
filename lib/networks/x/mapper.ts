import { storable } from '@/lib/domain/delivery/normalise';
import type { InboundEvent, LookedUpMessage } from '../network';
import { deliveredAttachments } from './attachments';
import type { XDirectMessage } from './payloads';
import { directMessage, encryptedMessage } from './payloads';
import type { People } from './people';
import { personIn } from './people';
import type { Link } from './text';
import { plainText } from './text';

/** The account that a delivery is for, and whether it was announced as sent by it. */
export type SeenBy = { account: string | undefined; sent: boolean };

/** A delivered private message, seen from the account that it was delivered for. */
export function toMessage(raw: unknown, people: People, seenBy: SeenBy): InboundEvent {
  const type = messageType(raw);
  if (type !== 'message_create') return ignored(type, 'not a message');
  const message = directMessage.parse(raw);
  const sender = message.message_create.sender_id;
  const recipient = message.message_create.target.recipient_id;
  const channel = seenBy.account ?? (seenBy.sent ? sender : recipient);
  if (sender !== channel && recipient !== channel) {
    return ignored(type, 'between two other accounts');
  }
  const direction = sender === channel ? 'outbound' : 'inbound';
  return {
    kind: 'message',
    channelExternalId: channel,
    direction,
    externalId: message.id,
    participant: personIn(people, direction === 'outbound' ? recipient : sender),
    at: message.created_timestamp,
    ...contents(message),
  };
}

/** An encrypted message: who and when, never what. */
export function toUnreadable(raw: unknown, seenBy: SeenBy): InboundEvent {
  const message = encryptedMessage.parse(raw);
  const sender = message.sender_id;
  const pair = message.conversation_id.split(/[:-]/);
  const channel = seenBy.account ?? (seenBy.sent ? sender : pair.find((id) => id !== sender));
  const other = pair.find((id) => id !== channel);
  if (pair.length !== 2 || !channel || !pair.includes(channel) || !isUserId(other)) {
    return ignored('encrypted message', 'not in a conversation of two');
  }
  return {
    kind: 'unreadable',
    channelExternalId: channel,
    direction: sender === channel ? 'outbound' : 'inbound',
    externalId: storable(message.id),
    participant: { externalId: other },
    text: '',
    attachments: [],
    at: message.created_at_msec,
  };
}

/** Types come from outside: bounded and storable before anyone keeps them. */
export function ignored(type: string, why: string): InboundEvent {
  return { kind: 'ignored', type: storable(type.slice(0, 100)), why };
}

function contents(message: XDirectMessage) {
  const { text, entities, attachment } = message.message_create.message_data;
  const links = (entities?.urls ?? []).map(
    ({ url, expanded_url }): Link => ({ url, expandedUrl: expanded_url }),
  );
  const mediaUrl = attachment?.media?.url;
  const media = attachment ? { ...(mediaUrl !== undefined && { url: mediaUrl }) } : undefined;
  return {
    text: plainText(text, links, media),
    attachments: deliveredAttachments(message.id, attachment),
    ...initiatedVia(message.initiated_via),
  };
}

function initiatedVia(
  via: XDirectMessage['initiated_via'],
): Pick<LookedUpMessage, 'initiatedVia'> | undefined {
  if (!via?.tweet_id && !via?.welcome_message_id) return undefined;
  return {
    initiatedVia: {
      ...(via.tweet_id && { postId: via.tweet_id }),
      ...(via.welcome_message_id && { welcomeMessageId: via.welcome_message_id }),
    },
  };
}

function messageType(raw: unknown): string {
  const type = typeof raw === 'object' && raw !== null && 'type' in raw ? raw.type : undefined;
  return typeof type === 'string' ? type : 'message_create';
}

function isUserId(value: string | undefined): value is string {
  return value !== undefined && /^\d{1,20}$/.test(value);
}
