import type { EventDraft, EventType } from '../conversation/events';
import type { Metric } from '../sla/policy';
import { metrics } from '../sla/policy';
import type { NotificationKind } from './kinds';

/** What must be known about the things that events name, to say whom they concern. */
export type Facts = {
  /** By conversation, without spam: whose it is, and who is in its team where it has one. */
  standing: Readonly<Record<string, { ownerId: string | null; team: readonly string[] | null }>>;
  messages: Readonly<Record<string, { authorId: string | null; mentionIds: readonly string[] }>>;
  leads: readonly string[];
  admins: readonly string[];
  /** Who may let others' words go: marketers and leads. */
  reviewers: readonly string[];
};

/** One line for one member. */
export type Telling = {
  memberId: string;
  kind: NotificationKind;
  conversationId: string | null;
  messageId: string | null;
  channelId: string | null;
  actorMemberId: string | null;
  times: number;
  /** The promise that it is about, and when that is due or was. */
  metric: Metric | null;
  dueAt: string | null;
};

type Rule = {
  kind: NotificationKind;
  to: (event: EventDraft, facts: Facts) => readonly (string | null | undefined)[];
};

const owner: Rule['to'] = ({ conversationId = '' }, { standing }) => [
  standing[conversationId]?.ownerId,
];
const team: Rule['to'] = ({ conversationId = '' }, { standing }) =>
  standing[conversationId]?.team ?? [];
/** Nobody hears of spam. */
const leads: Rule['to'] = ({ conversationId = '' }, facts) =>
  facts.standing[conversationId] ? facts.leads : [];
/** Somebody who can do something: whose it is; without one, who shares it; without any of them, who gives it out. */
const closest: Rule['to'] = (event, facts) => {
  const near = [owner, team].map((to) => to(event, facts).filter((id) => id));
  return near.find((ids) => ids.length > 0) ?? leads(event, facts);
};
const audience: Readonly<Record<string, Rule['to']>> = { owner, team, leads };
const writer: Rule['to'] = ({ messageId = '' }, { messages }) => [messages[messageId]?.authorId];
const admins: Rule['to'] = (_, facts) => facts.admins;

/** What each event tells somebody. A new type of event cannot be added without an answer. */
const rules: Record<EventType, Rule | null> = {
  'conversation.started': null,
  'conversation.claimed': null,
  'conversation.assigned': { kind: 'assigned', to: ({ memberId }) => [memberId] },
  'conversation.unassigned': null,
  'conversation.closed': null,
  'conversation.reopened': null,
  'conversation.status': null,
  'conversation.snoozed': null,
  'conversation.woke': {
    kind: 'woke',
    // Whose it is; of what is nobody's, who put it off. What a customer woke is told as their message.
    to: (event, facts) => {
      if (event.data?.['because'] !== 'time') return [];
      const [whose] = owner(event, facts);
      return [whose ?? event.memberId];
    },
  },
  'conversation.prioritised': null,
  'conversation.labelled': null,
  'conversation.teamed': null,
  'conversation.origin': null,
  'conversation.handed_off': null,
  'sla.policy': null,
  'sla.warned': { kind: 'due_soon', to: closest },
  'sla.breached': {
    kind: 'breached',
    to: (event, facts) => [...owner(event, facts), ...leads(event, facts)],
  },
  'sla.escalated': {
    kind: 'escalated',
    // Whom the step names, and nobody in their place.
    to: (event, facts) => {
      const { conversationId = '', memberId, data = {} } = event;
      if (data['effect'] !== 'notify' || !facts.standing[conversationId]) return [];
      return memberId ? [memberId] : (audience[`${data['who']}`]?.(event, facts) ?? []);
    },
  },
  'sla.changed': null,
  'message.received': { kind: 'customer_replied', to: owner },
  'message.replied': null,
  'message.noted': {
    kind: 'mentioned',
    to: ({ messageId = '' }, { messages }) => messages[messageId]?.mentionIds ?? [],
  },
  'message.echoed': null,
  'message.deleted': null,
  'message.media': null,
  'delivery.changed': {
    kind: 'delivery_in_trouble',
    to: (event, facts) => {
      const to = event.data?.['to'];
      if (to !== 'failed' && to !== 'needs_review') return [];
      return [...writer(event, facts), ...owner(event, facts)];
    },
  },
  'delivery.decided': null,
  'draft.taken': { kind: 'draft_taken', to: ({ memberId }) => [memberId] },
  'channel.connected': null,
  'channel.changed': {
    kind: 'channel_in_trouble',
    to: (event, facts) => (event.data?.['status'] === 'reconnect' ? facts.admins : []),
  },
  'channel.disconnected': null,
  'channel.silent': { kind: 'channel_in_trouble', to: admins },
  'channel.heard': null,
  'channel.door': null,
  'relation.changed': null,
  'block.asked': null,
  'block.settled': null,
  'consent.changed': null,
  'policy.changed': null,
  'offer.changed': null,
  'reply.changed': null,
  'reply.saved': null,
  'reply.submitted': { kind: 'reply_to_review', to: (_, facts) => facts.reviewers },
  'reply.decided': { kind: 'reply_decided', to: ({ memberId }) => [memberId] },
  'reply.published': null,
  'reply.ended': null,
  'reply.recalled': null,
  'reply.due': { kind: 'reply_due', to: ({ memberId }) => [memberId] },
  'reply.inserted': null,
  'approval.asked': { kind: 'approval_asked', to: (_, facts) => facts.reviewers },
  'approval.decided': {
    kind: 'approval_decided',
    to: ({ memberId, data }) => (data?.['to'] === 'withdrawn' ? [] : [memberId]),
  },
  'triage.corrected': null,
  'triage.changed': null,
  'conversation.ruled': null,
  'routing.changed': null,
  'skill.changed': null,
  'member.availability': null,
  'contact.changed': null,
  'attribute.changed': null,
  'contact.event': null,
  'key.changed': null,
  'bulk.changed': null,
  'member.invited': null,
  'member.joined': { kind: 'member_joined', to: admins },
  'member.changed': null,
  'member.removed': null,
  'team.changed': null,
  'label.changed': null,
  'view.changed': null,
  'link.changed': null,
  'workspace.changed': null,
};

/** Whether an event may concern somebody: if none does, nothing need be looked up. */
export function mayTell({ type }: EventDraft): boolean {
  return rules[type] !== null;
}

/** Whom an event tells. Nobody is told of what they did themselves. */
export function tellingsOf(event: EventDraft, actor: string | null, facts: Facts): Telling[] {
  const rule = rules[event.type];
  if (!rule) return [];
  // Nobody else does it for them.
  const by = event.type === 'member.joined' ? (event.memberId ?? null) : actor;
  const told = new Set(rule.to(event, facts).filter((id) => id !== null && id !== undefined));
  return [...told]
    .filter((memberId) => memberId !== by && memberId !== actor)
    .map((memberId) => ({
      memberId,
      kind: rule.kind,
      conversationId: event.conversationId ?? null,
      messageId: event.messageId ?? null,
      channelId: event.conversationId ? null : (event.channelId ?? null),
      actorMemberId: by,
      times: 1,
      ...dueIn(event),
    }));
}

function dueIn({ data = {} }: EventDraft): Pick<Telling, 'metric' | 'dueAt'> {
  const { metric, dueAt } = data;
  return {
    metric: metrics.find((one) => one === metric) ?? null,
    dueAt: typeof dueAt === 'string' ? dueAt : null,
  };
}

/** More than these of one kind at once are one line, which then names no conversation. */
const MOST_AT_ONCE = 5;

/** What one command tells: the same thing once, with how often; and no flood. */
export function gathered(tellings: readonly Telling[]): Telling[] {
  const lines = merged(
    tellings.filter((line) => !isOver(line, tellings)),
    sameThing,
  );
  const many = (line: Telling) =>
    lines.filter((other) => sameKind(other) === sameKind(line)).length > MOST_AT_ONCE;
  const flood = lines.filter(many).map((line) => ({
    ...line,
    conversationId: null,
    messageId: null,
    channelId: null,
    metric: null,
    dueAt: null,
  }));
  return [...lines.filter((line) => !many(line)), ...merged(flood, sameKind)];
}

/** What was due already when its warning came, as after a silence of ours, is told as that alone. */
function isOver(line: Telling, tellings: readonly Telling[]): boolean {
  return (
    line.kind === 'due_soon' &&
    tellings.some(
      ({ kind, memberId, conversationId, metric }) =>
        kind === 'breached' &&
        memberId === line.memberId &&
        conversationId === line.conversationId &&
        metric === line.metric,
    )
  );
}

const sameKind = ({ memberId, kind }: Telling) => `${memberId} ${kind}`;
const sameThing = (line: Telling) =>
  `${sameKind(line)} ${line.conversationId} ${line.channelId} ${line.metric}`;

function merged(lines: readonly Telling[], key: (line: Telling) => string): Telling[] {
  const kept = new Map<string, Telling>();
  for (const line of lines) {
    const before = kept.get(key(line));
    kept.set(key(line), { ...line, times: line.times + (before?.times ?? 0) });
  }
  return [...kept.values()];
}
