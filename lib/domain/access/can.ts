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

/** Each permission names the roles that hold it, so that a new one cannot be added without an answer. */
const holders = {
  'conversation.read': ['agent', 'lead', 'marketer', 'admin'],
  'conversation.reply': ['agent', 'lead'],
  'conversation.note': ['agent', 'lead', 'marketer'],
  'conversation.claim': ['agent', 'lead'],
  'conversation.assign': ['lead'],
  // What a colleague has becomes one's own.
  'conversation.takeOver': ['lead'],
  'conversation.close': ['agent', 'lead'],
  'conversation.triage': ['agent', 'lead'],
  'draft.write': ['agent', 'lead', 'marketer'],
  'draft.takeOver': ['lead'],
  'view.keep': ['agent', 'lead', 'marketer', 'admin'],
  'view.share': ['lead', 'admin'],
  'label.manage': ['lead', 'admin'],
  'team.manage': ['lead', 'admin'],
  'workspace.manage': ['admin'],
  'policy.manage': ['admin'],
  'sla.read': ['agent', 'lead', 'marketer', 'admin'],
  'sla.manage': ['lead', 'admin'],
  'denial.read': ['lead', 'admin'],
  'consent.read': ['agent', 'lead', 'marketer', 'admin'],
  'consent.record': ['agent', 'lead', 'marketer'],
  'contact.edit': ['agent', 'lead'],
  'outreach.approve': ['lead'],
  'offer.read': ['marketer', 'lead', 'admin'],
  'offer.write': ['marketer'],
  // Never the author: the command asks that, and the database once more.
  'offer.approve': ['marketer', 'lead', 'admin'],
  'invitation.write': ['marketer', 'admin'],
  'report.read': ['lead', 'admin'],
  'triage.correct': ['agent', 'lead'],
  // Blocked domains, what triage learned, and how often it was wrong.
  'triage.manage': ['lead', 'admin'],
  'routing.read': ['agent', 'lead', 'admin'],
  // Rules, strategies, skills, capacities.
  'routing.manage': ['lead', 'admin'],
  'availability.own': ['agent', 'lead'],
  // Somebody left without a word: a lead says so for them.
  'availability.manage': ['lead', 'admin'],
  'board.read': ['lead', 'admin'],
  'attribute.manage': ['lead', 'admin'],
  'key.manage': ['admin'],
  'delivery.decide': ['agent', 'lead'],
  'inbound.inspect': ['admin'],
  'channel.read': ['agent', 'lead', 'marketer', 'admin'],
  'channel.connect': ['admin'],
  'rules.test': ['lead', 'admin'],
  'door.read': ['agent', 'lead', 'marketer', 'admin'],
  'door.change': ['admin'],
  'link.manage': ['lead', 'marketer', 'admin'],
  'member.read': ['agent', 'lead', 'marketer', 'admin'],
  'member.invite': ['admin'],
  'member.manage': ['admin'],
  'session.own': ['agent', 'lead', 'marketer', 'admin'],
  'profile.own': ['agent', 'lead', 'marketer', 'admin'],
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
