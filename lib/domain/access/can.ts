export const roles = ['agent', 'lead', 'marketer', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Who is asking, in which workspace. Made only from a live session row and its membership. */
export type Actor = {
  userId: string;
  memberId: string;
  workspaceId: string;
  sessionId: string;
  name: string;
  email: string;
  roles: readonly Role[];
};

const everybody = roles;
const answering = ['agent', 'lead'] as const;
const leading = ['lead', 'admin'] as const;

/** Each permission names the roles that hold it, so that a new one cannot be added without an answer. */
const holders = {
  'conversation.read': everybody,
  'conversation.reply': answering,
  'conversation.note': ['agent', 'lead', 'marketer'],
  'conversation.claim': answering,
  'conversation.assign': ['lead'],
  // What a colleague has becomes one's own.
  'conversation.takeOver': ['lead'],
  'conversation.close': answering,
  'conversation.triage': answering,
  'draft.write': ['agent', 'lead', 'marketer'],
  'draft.takeOver': ['lead'],
  'view.keep': everybody,
  'view.share': leading,
  'label.manage': leading,
  'team.manage': leading,
  'workspace.manage': ['admin'],
  'policy.manage': ['admin'],
  'sla.read': everybody,
  'sla.manage': leading,
  'denial.read': leading,
  'consent.read': everybody,
  'consent.record': ['agent', 'lead', 'marketer'],
  'contact.edit': answering,
  // Whether a channel takes somebody's private messages, on the network itself.
  'contact.block': answering,
  'outreach.approve': ['lead'],
  'offer.read': ['marketer', 'lead', 'admin'],
  'offer.write': ['marketer'],
  // Never the author: the command asks that, and the database once more.
  'offer.approve': ['marketer', 'lead', 'admin'],
  'reply.read': everybody,
  // Whose words they are.
  'reply.write': ['marketer'],
  // Never the author: the command asks that, and the database once more.
  'reply.review': ['marketer', 'lead'],
  'reply.publish': ['marketer'],
  // One message that strayed from approved words; never one's own.
  'approval.decide': ['marketer', 'lead'],
  'invitation.write': ['marketer', 'admin'],
  'report.read': leading,
  'triage.correct': answering,
  // Blocked domains, what triage learned, and how often it was wrong.
  'triage.manage': leading,
  'routing.read': ['agent', 'lead', 'admin'],
  // Rules, strategies, skills, capacities.
  'routing.manage': leading,
  'availability.own': answering,
  // Somebody left without a word: a lead says so for them.
  'availability.manage': leading,
  'board.read': leading,
  'attribute.manage': leading,
  'key.manage': ['admin'],
  'delivery.decide': answering,
  'inbound.inspect': ['admin'],
  'channel.read': everybody,
  'channel.connect': ['admin'],
  'rules.test': leading,
  'door.read': everybody,
  'door.change': ['admin'],
  'link.manage': ['lead', 'marketer', 'admin'],
  'member.read': everybody,
  'member.invite': ['admin'],
  'member.manage': ['admin'],
  'session.own': everybody,
  'profile.own': everybody,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof holders;

/** The one question about roles: it hides the button, refuses the command and filters the list. */
export function can(actor: { roles: readonly Role[] }, permission: Permission): boolean {
  const allowed: readonly Role[] = holders[permission];
  return actor.roles.some((role) => allowed.includes(role));
}

/** The roles that hold a permission, for sentences such as "Only a lead can do this." */
export function holdersOf(permission: Permission): readonly Role[] {
  return holders[permission];
}
