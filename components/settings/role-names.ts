import type { Role } from '@/lib/domain/access/can';

export const roleNames: Record<Role, string> = {
  agent: 'Agent',
  lead: 'Lead',
  marketer: 'Marketer',
  admin: 'Admin',
};

/** What somebody may do with a role, in the words of whoever gives it. */
export const roleMeanings: Record<Role, string> = {
  agent: 'Answers: claims, replies, notes, triages and closes conversations.',
  lead: 'Keeps the queue: an agent who also assigns work, shares views, and keeps labels and teams.',
  marketer: 'Owns the words: reads along and writes notes, but does not answer customers.',
  admin:
    'Owns the door: connects channels, invites people and gives roles. Does not answer by that alone.',
};
