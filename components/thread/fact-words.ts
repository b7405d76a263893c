import type { EventType } from '@/lib/domain/conversation/events';
import type { Metric } from '@/lib/domain/sla/policy';
import type { ThreadFact } from '@/lib/queries/inbox/thread-views';
import { metricNames } from '../clocks/metric-names';
import { capital } from '../ui/capital';

/** How a telling names what a fact holds only ids of. */
export type FactNames = {
  contact: string;
  member: (id: string | null) => string;
  label: (id: string) => string;
  team: (id: string) => string;
  time: (at: string) => string;
};

type Tell = (actor: string, fact: ThreadFact, names: FactNames) => string | undefined;

const opened = (because: string) =>
  because === 'cancelled'
    ? 'it opened again: the answer was taken back'
    : 'it opened again: an answer did not arrive';

const tellings: Partial<Record<EventType, Tell>> = {
  'conversation.started': (_, __, { contact }) => `${contact} wrote for the first time`,
  'conversation.claimed': (_, { memberId, actorId }, { member }) =>
    `${member(memberId ?? actorId)} took it`,
  'conversation.assigned': (actor, { memberId, actorId, data }, { member }) =>
    memberId === actorId && data['from']
      ? `${actor} took it over from ${member(text(data['from']))}`
      : `${actor} gave it to ${member(memberId)}`,
  'conversation.unassigned': (actor, { memberId, data }, { member }) => {
    const why = leftTold[text(data['because'])];
    return why ? `it came back from ${member(memberId)}, ${why}` : `${actor} left it to nobody`;
  },
  'conversation.closed': (actor, { data }) =>
    data['noAnswerNeeded'] === true
      ? `${actor} said that no answer was needed`
      : `${actor} closed it`,
  'conversation.reopened': (actor, { data, actorId }, { contact }) => {
    if (data['newEpisode'] === true) return `${contact} came back`;
    if (data['because']) return opened(text(data['because']));
    return actorId === null ? `${contact} wrote again, so it opened` : `${actor} opened it again`;
  },
  'conversation.status': (actor, { data }) => {
    if (data['because'] === 'quarantine') return 'Porchlight put it in quarantine';
    if (data['because']) return opened(text(data['because']));
    if (data['from'] === 'spam') return `${actor} took it out of spam`;
    return `${actor} ${statusTold[text(data['to'])] ?? 'opened it'}`;
  },
  'conversation.snoozed': (actor, { data }, { time }) =>
    `${actor} snoozed it until ${time(text(data['until']))}`,
  'conversation.woke': (actor, { data }, { contact }) => {
    if (data['because'] === 'message') return `${contact} wrote, so it woke`;
    return data['because'] === 'time' ? 'its snooze is over' : `${actor} woke it`;
  },
  'conversation.prioritised': (actor, { data }) =>
    `${actor} set the priority to ${text(data['to'])}`,
  'conversation.labelled': (actor, { data }, { label }) =>
    `${actor} ${data['on'] === true ? 'put on' : 'took off'} the label ${label(text(data['labelId']))}`,
  'conversation.teamed': (actor, { data }, { team }) =>
    data['to'] ? `${actor} gave it to ${team(text(data['to']))}` : `${actor} took it from its team`,
  'conversation.origin': (_, { data }, { contact }) =>
    `${contact} came by the link “${text(data['linkName'])}”`,
  'conversation.handed_off': (_, { data }, { contact }) =>
    data['to'] ? 'it went on in private' : `it began with what ${contact} said in public`,
  'message.received': (_, __, { contact }) => `${contact} wrote`,
  'message.replied': (actor, { data }) =>
    automaticTold[text(data['automatic'])] ?? `${actor} answered`,
  'message.noted': (actor) => `${actor} left a note`,
  'message.echoed': () => 'an answer was sent from elsewhere',
  'message.deleted': (_, __, { contact }) => `${contact} deleted a post`,
  'message.media': () => 'a file was fetched',
  // The steps on its way are nobody's news.
  // The network's echo of what it took says it a second time.
  'delivery.changed': (_, { data }) =>
    data['from'] === data['to'] ? undefined : deliveryTold[text(data['to'])],
  'delivery.decided': (actor, { data }) =>
    `${actor} ${decisionTold[text(data['decision'])] ?? 'decided about an answer'}`,
  'relation.changed': (_, { data }, { contact }) =>
    relationTold[`${text(data['fact'])} ${data['value']}`]?.(contact),
  'block.asked': (actor, { data }, { contact }) => {
    if (data['letGo'] === true) return `${actor} took that back before it was done`;
    return `${actor} asked the network to ${data['on'] === true ? 'block' : 'unblock'} ${contact}`;
  },
  'block.settled': (_, { memberId, data }, { contact, member }) => {
    const done = data['on'] === true ? 'blocked' : 'unblocked';
    if (data['problem']) return `${contact} could not be ${done} on the network`;
    return `${contact} was ${done} on the network for ${member(memberId)}`;
  },
  'consent.changed': (actor, { data }, { contact }) => {
    const told = consentTold[`${text(data['scope'])} ${data['granted']}`]?.(contact);
    return told && data['source'] === 'told' ? `${actor} wrote down that ${told}` : told;
  },
  'sla.policy': (_, { data }) =>
    data['policyName']
      ? `what holds is “${text(data['policyName'])}”, version ${data['policyNo']}`
      : undefined,
  'sla.warned': (_, { data }, { time }) =>
    `${promiseOf(data)} is at risk: due ${time(text(data['dueAt']))}`,
  'sla.breached': (_, { data }, { time }) =>
    `${promiseOf(data)} was due ${time(text(data['dueAt']))} and was not kept`,
  'sla.escalated': (_, { data, memberId }, { member, team }) =>
    escalationTold[text(data['effect'])]?.(data, {
      member: member(memberId),
      team: team(text(data['teamId'])),
    }),
  'triage.corrected': (actor, { data }) => `${actor} said what it is: ${text(data['to'])}`,
  'draft.taken': (actor) => `${actor} took over a draft`,
};

/** What the network answers, and that it refused, is told where one writes. */
const relationTold: Record<string, (contact: string) => string> = {
  'recipientFollowsSender true': (contact) => `${contact} follows the account`,
  'recipientFollowsSender false': (contact) => `${contact} no longer follows the account`,
  'senderFollowsRecipient true': (contact) => `the account follows ${contact}`,
  'senderFollowsRecipient false': (contact) => `the account no longer follows ${contact}`,
  'blockedByUs true': (contact) => `the account blocked ${contact}`,
  'blockedByUs false': (contact) => `the account unblocked ${contact}`,
  'blockedByThem true': (contact) => `${contact} blocked the account`,
  'blockedByThem false': (contact) => `${contact} unblocked the account`,
  'approved true': (contact) => `a lead let the team write to ${contact} first`,
  'isGone true': (contact) => `the account of ${contact} is gone`,
  'isGone false': (contact) => `the account of ${contact} is back`,
};

const consentTold: Record<string, (contact: string) => string> = {
  'all false': (contact) => `${contact} wants no more messages`,
  'all true': (contact) => `${contact} may be written to again`,
  'offers false': (contact) => `${contact} wants no offers`,
  'offers true': (contact) => `${contact} agreed to be sent offers`,
};

const leftTold: Record<string, string> = {
  untouched: 'not begun in time',
  absent: 'not there to answer',
};

function promiseOf(data: ThreadFact['data']): string {
  return metricNames[text(data['metric']) as Metric] ?? 'a promise';
}

const toldWho: Record<string, string> = {
  owner: 'whoever has it was told',
  team: 'its team was told',
  leads: 'the leads were told',
};

const toldNobody: Record<string, string> = {
  owner: 'nobody was told, as nobody had it',
  team: 'nobody was told, as no team had it',
  leads: 'nobody was told, as there was no lead',
};

type Named = { member: string; team: string };

/** What a promise that is at risk or broken brought about. */
const escalationTold: Record<string, (data: ThreadFact['data'], named: Named) => string> = {
  notify: (data, { member }) => {
    const who = data['told'] === true ? toldWho : toldNobody;
    return `for a promise, ${who[text(data['who'])] ?? `${member} was told`}`;
  },
  raise: (data) => `for a promise, the priority was raised to ${text(data['to'])}`,
  unassign: (_, { member }) => `for a promise, it was taken from ${member}`,
  team: (_, { team }) => `for a promise, it was given to ${team}`,
  label: () => 'for a promise, a label was put on',
};

const automaticTold: Record<string, string> = {
  opt_out: 'Porchlight confirmed that this was heard',
  offer: 'an offer was sent',
};

const statusTold: Record<string, string> = {
  waiting: 'set it to waiting',
  on_hold: 'put it on hold',
  spam: 'moved it to spam',
};

const deliveryTold: Record<string, string> = {
  sent: 'an answer was sent',
  failed: 'an answer failed',
  unknown: 'the network did not say whether an answer arrived',
  needs_review: 'an answer needs somebody to look at it',
  cancelled: 'an answer was withdrawn',
};

const decisionTold: Record<string, string> = {
  arrived: 'said that an answer arrived',
  send_again: 'had an answer sent again',
  discard: 'gave an answer up',
  cancelled: 'withdrew an answer',
  called_back: 'called an answer back',
  retried: 'tried an answer again',
};

/** One fact as a sentence that begins with a capital; undefined for what nobody needs to be told. */
export function factWords(fact: ThreadFact, names: FactNames): string | undefined {
  const actor = fact.actorId === null ? 'Porchlight' : names.member(fact.actorId);
  const sentence = tellings[fact.type]?.(actor, fact, names);
  return sentence && capital(sentence);
}

function text(value: string | number | boolean | null | undefined): string {
  return typeof value === 'string' ? value : '';
}
