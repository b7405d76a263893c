import { networkName } from '@/lib/domain/channel/network-name';
import type { Names } from '@/lib/domain/permissions/sentences';
import type { Conversation } from '../thread/conversation';

/** Whom and what a sentence about a conversation names. */
export function namesOf({ contactName, channel }: Conversation): Names {
  return {
    contact: contactName,
    channel: channel.handle,
    network: networkName(channel.network),
  };
}
