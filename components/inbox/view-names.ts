import type { View } from '@/lib/domain/conversation/conversation';

/** Each view's name, and what to say while nothing is in it. */
export const viewNames: Record<View, { name: string; empty: string; hint: string }> = {
  mine: {
    name: 'Mine',
    empty: 'Nothing is yours right now',
    hint: 'Conversations that you claim, or that a lead gives you, stand here until they are closed.',
  },
  unassigned: {
    name: 'Unassigned',
    empty: 'Nobody is waiting for an owner',
    hint: 'A new message stands here until somebody claims it.',
  },
  open: {
    name: 'All open',
    empty: 'Every conversation is closed',
    hint: 'Everything that is not closed stands here, whoever has it.',
  },
  resolved: {
    name: 'Resolved',
    empty: 'Nothing has been closed yet',
    hint: 'Closed conversations stand here. A new message opens one again.',
  },
};
