import type { EventDraft } from '@/lib/domain/conversation/events';
import type { Triaged } from '@/lib/domain/conversation/triage';

type Step = readonly [before: Triaged, after: Triaged];

/** The facts that a step from one place to another leaves. */
export function triageEvents(conversationId: string, actorId: string, step: Step): EventDraft[] {
  const facts = [
    ...statusFacts(step),
    ...priorityFacts(step),
    ...labelFacts(step),
    ...teamFacts(step),
    ...ownerFacts(step, actorId),
  ];
  return facts.map((fact) => ({ ...fact, conversationId }));
}

function statusFacts([before, after]: Step): EventDraft[] {
  const [from, to] = [before.status, after.status];
  if (to === 'snoozed') {
    const same = from === to && before.snoozedUntil === after.snoozedUntil;
    return same
      ? []
      : [{ type: 'conversation.snoozed', data: { from, until: after.snoozedUntil } }];
  }
  if (from === to) return [];
  if (to === 'resolved') return [{ type: 'conversation.closed', data: { from } }];
  if (from === 'resolved' && to === 'open') return [{ type: 'conversation.reopened' }];
  if (from === 'snoozed' && to === 'open') {
    return [{ type: 'conversation.woke', data: { because: 'person' } }];
  }
  return [{ type: 'conversation.status', data: { from, to } }];
}

function priorityFacts([{ priority: from }, { priority: to }]: Step): EventDraft[] {
  return from === to ? [] : [{ type: 'conversation.prioritised', data: { from, to } }];
}

function labelFacts([{ labelIds: before }, { labelIds: after }]: Step): EventDraft[] {
  const fact = (labelId: string, on: boolean): EventDraft => ({
    type: 'conversation.labelled',
    data: { labelId, on },
  });
  return [
    ...before.filter((id) => !after.includes(id)).map((id) => fact(id, false)),
    ...after.filter((id) => !before.includes(id)).map((id) => fact(id, true)),
  ];
}

function teamFacts([{ teamId: from }, { teamId: to }]: Step): EventDraft[] {
  return from === to ? [] : [{ type: 'conversation.teamed', data: { from, to } }];
}

function ownerFacts([{ ownerId: from }, { ownerId: to }]: Step, actorId: string): EventDraft[] {
  if (from === to) return [];
  if (to === null) return [{ type: 'conversation.unassigned', ...(from && { memberId: from }) }];
  if (from === null && to === actorId) return [{ type: 'conversation.claimed', memberId: to }];
  return [{ type: 'conversation.assigned', memberId: to, data: { from } }];
}

/** That nobody has it then is not that somebody let it go. */
export function asUndone(events: readonly EventDraft[]): EventDraft[] {
  return events.map((event) =>
    event.type === 'conversation.unassigned' ? { ...event, data: { because: 'undone' } } : event,
  );
}
