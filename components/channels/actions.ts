'use server';

import { action } from '@/lib/action';
import { checkChannel } from '@/lib/commands/channel/check';
import { disconnectChannel } from '@/lib/commands/channel/disconnect';
import { setChannelLanguage } from '@/lib/commands/channel/set-language';
import { setSilenceAlarm } from '@/lib/commands/channel/set-silence-alarm';
import { redriveInbound } from '@/lib/commands/inbound/redrive';

export const checkChannelAction = action(checkChannel);
export const disconnectChannelAction = action(disconnectChannel);
export const redriveInboundAction = action(redriveInbound);
export const setChannelLanguageAction = action(setChannelLanguage);
export const setSilenceAlarmAction = action(setSilenceAlarm);
