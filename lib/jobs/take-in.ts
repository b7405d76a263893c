import 'server-only';
import { asSystem } from '../commands/command';
import { receiveEcho } from '../commands/inbound/echo';
import { receiveMessage } from '../commands/inbound/receive';
import type { Receipt } from '../commands/inbound/told';
import type { LookedUpMessage } from '../networks/network';

/** Takes in one message that a webhook or a look-up told of: one transaction, however often it is told. */
export function takeIn(
  { workspaceId, channelId }: { workspaceId: string; channelId: string },
  message: LookedUpMessage,
  options: { healed?: boolean } = {},
): Promise<Receipt> {
  const receive = message.direction === 'inbound' ? receiveMessage : receiveEcho;
  return asSystem(workspaceId, (context) =>
    receive(context, { ...message, channelId, ...options }),
  );
}
