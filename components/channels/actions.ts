'use server';

import { action } from '@/lib/action';
import { checkChannel } from '@/lib/commands/channel/check';
import { disconnectChannel } from '@/lib/commands/channel/disconnect';
import { redriveInbound } from '@/lib/commands/inbound/redrive';

export const checkChannelAction = action(checkChannel);
export const disconnectChannelAction = action(disconnectChannel);
export const redriveInboundAction = action(redriveInbound);
