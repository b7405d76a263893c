/**
 * Everything that can happen, in one closed list. Timeline, live updates, notifications, SLA, reports
 * and the audit view read the same rows.
 */
export const eventTypes = [
  'conversation.started',
  'conversation.claimed',
  // `data.from` is whose it was; by the router `data.by`, and by what in `data.given`.
  'conversation.assigned',
  // Without a person `data.because` is `untouched` or `absent`; `undone` when somebody took back that they had it.
  'conversation.unassigned',
  'conversation.closed',
  'conversation.reopened',
  // Every other change of status; `data.from` and `data.to`.
  'conversation.status',
  'conversation.snoozed',
  // Came back from being snoozed; `data.because` is `time`, `message` or `person`.
  'conversation.woke',
  'conversation.prioritised',
  // One event a label; `data.labelId`, and `data.on` for put or taken.
  'conversation.labelled',
  'conversation.teamed',
  // The customer came by a link of ours; `data.linkId`.
  'conversation.origin',
  // A public conversation went on in a private one; `data.to`, or `data.from` in the private one.
  'conversation.handed_off',
  // Which promises hold for it from `data.at` on; `data.policyVersionId`, `data.calendarVersionId`.
  'sla.policy',
  // A target passed its point of risk, or was not kept when it was due; `data.metric`, `data.targetId`, `data.dueAt`.
  'sla.warned',
  'sla.breached',
  // What a step of a policy did; `data.step`, `data.effect`, whom or what it concerns, and the target as above.
  'sla.escalated',
  'message.received',
  'message.replied',
  'message.noted',
  'message.echoed',
  // A post that its author took back: its words are gone here too.
  'message.deleted',
  // A file that came with a message was fetched, or will never be.
  'message.media',
  'delivery.changed',
  'delivery.decided',
  'draft.taken',
  'channel.connected',
  'channel.changed',
  'channel.disconnected',
  'channel.silent',
  'channel.heard',
  // Who may message it is otherwise than before: `data.from` (null when nobody knew), `data.to`, and
  // `data.how`: `recorded`, `switched` or `found`. `memberId` is who did it.
  'channel.door',
  // How a person and a channel stand to each other; `data.fact`, and `data.value` for true or not.
  'relation.changed',
  // A member wants a contact's private messages blocked, or no longer; `data.on`, and `data.letGo` when
  // nothing of what was wanted before had reached the network.
  'block.asked',
  // What the network made of it; `data.on`, `data.problem` when it did not do it. `memberId` is who asked.
  'block.settled',
  // They allowed or forbade something; `data.scope`, `data.granted` and `data.source`.
  'consent.changed',
  'member.invited',
  'member.joined',
  'member.changed',
  'member.removed',
  'team.changed',
  'label.changed',
  'view.changed',
  'link.changed',
  'workspace.changed',
  // What the brand allows itself.
  'policy.changed',
  // Policies, calendars or their order.
  'sla.changed',
  // A person said what a message is; `data.from`, `data.to`.
  'triage.corrected',
  // How triage works here: blocked domains and the like.
  'triage.changed',
  // Rules were applied to it; `data.runId`.
  'conversation.ruled',
  // Routing rules or their order.
  'routing.changed',
  'skill.changed',
  // What a member says of themself; `data.availability`, `data.until`.
  'member.availability',
  // Kind, VIP, labels or attributes of a contact; of each of `data.fields` what it was (`from:kind`) and is (`to:kind`).
  'contact.changed',
  'attribute.changed',
  // Another system told something that a contact did.
  'contact.event',
  'key.changed',
  // A decision about many came further; `data.bulkId`.
  'bulk.changed',
  // An offer was written, decided about, or somebody's turn came; `data.offerId` where it is known.
  'offer.changed',
  // An approved reply, a version or what is said of it is otherwise; `data.replyId`, `data.versionId`.
  'reply.changed',
  // A draft as it is being written, every few seconds: of interest to whoever has it open.
  'reply.saved',
  // A version waits for a reviewer; `memberId` is its author.
  'reply.submitted',
  // A reviewer decided; `data.decision`. `memberId` is the author.
  'reply.decided',
  // What agents can use is otherwise: a version was published, or ended; `data.to`.
  'reply.published',
  'reply.ended',
  // It must not leave any more, wherever it stands; `data.versionId`.
  'reply.recalled',
  // A version ends soon, or is to be read again; `data.for`. `memberId` is who looks after it.
  'reply.due',
  // Approved replies stand in somebody's unsent reply, or no longer. `memberId` is whose.
  'reply.inserted',
  // A reply strayed and waits for somebody to let it go; `data.approvalId`. `memberId` is its writer.
  'approval.asked',
  // `data.to`: approved, returned or withdrawn. `memberId` is its writer.
  'approval.decided',
] as const;

export type EventType = (typeof eventTypes)[number];

/** One fact about to be recorded. `data` holds ids, codes and what is said of a contact, never a message's text. */
export type EventDraft = {
  type: EventType;
  conversationId?: string;
  messageId?: string;
  channelId?: string;
  memberId?: string;
  data?: Readonly<Record<string, string | number | boolean | null>>;
};

/** They came back so long after it was settled that a new visit begins. */
export function isReturn({ type, data }: Pick<EventDraft, 'type' | 'data'>): boolean {
  return type === 'conversation.reopened' && data?.['newEpisode'] === true;
}

/** What the live stream carries: a hint that something changed, read again through permission-checked queries. */
export type LiveEvent = {
  seq: number;
  type: EventType;
  conversationId: string | null;
  messageId: string | null;
  channelId: string | null;
  memberId: string | null;
  actorMemberId: string | null;
  /** The members who are told of it in their own list, their ids with a space between. */
  told?: string;
  /** Of what changed about a contact, or what they did elsewhere: whom. */
  contactId?: string;
  /** Of a delivery that came to need somebody, or no longer does: the lists show it. Left out of all others. */
  troubled?: true;
};
