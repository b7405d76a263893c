import type { Status } from '@/lib/domain/conversation/conversation';

/** Each status as it is said on the screen. */
export const statusNames: Record<Status, string> = {
  open: 'Open',
  waiting: 'Waiting',
  on_hold: 'On hold',
  snoozed: 'Snoozed',
  resolved: 'Closed',
  spam: 'Spam',
};

/** Whose turn it is in each, beside its name. */
export const statusHints: Record<Status, string> = {
  open: 'our turn',
  waiting: 'their turn',
  on_hold: 'a third party',
  snoozed: 'until…',
  resolved: 'settled',
  spam: 'unwanted',
};
