'use server';

import { action } from '@/lib/action';
import { chooseNotifications } from '@/lib/commands/notification/choose';

export const chooseNotificationsAction = action(chooseNotifications);
