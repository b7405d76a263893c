import type { EventDraft, EventType } from '../conversation/events';

/** What events change about whose a conversation is. */
export type Hands = {
  conversationId: string;
  /** `given`: it waits to be touched. `taken`: its owner chose it. Null when it did not change hands. */
  held: 'given' | 'taken' | 'left' | null;
  /** A new visit, or a person decided: what came back before counts no more. */
  fresh: boolean;
  /** How often it came back untouched. */
  returned: number;
  /** Who let it go. */
  passedBy: string[];
  /** Somebody did something with it, which counts when it is theirs. */
  touched: boolean;
};

const touches: readonly EventType[] = [
  'message.replied',
  'message.noted',
  'conversation.closed',
  'conversation.reopened',
  'conversation.status',
  'conversation.snoozed',
  'conversation.woke',
  'conversation.prioritised',
  'conversation.labelled',
  'conversation.teamed',
  'triage.corrected',
];

/** What a command's events say of hands, one entry for each conversation that they are about. */
export function handsOf(events: readonly EventDraft[], actorId: string | null): Hands[] {
  const found = new Map<string, Hands>();
  for (const event of events) {
    const { conversationId } = event;
    if (conversationId === undefined || !concernsHands(event, actorId)) continue;
    const hands = found.get(conversationId) ?? untouched(conversationId);
    found.set(conversationId, after(hands, event, actorId));
  }
  return [...found.values()];
}

function untouched(conversationId: string): Hands {
  return {
    conversationId,
    held: null,
    fresh: false,
    returned: 0,
    passedBy: [],
    touched: false,
  };
}

function concernsHands({ type }: EventDraft, actorId: string | null): boolean {
  const moves =
    type === 'conversation.claimed' ||
    type === 'conversation.assigned' ||
    type === 'conversation.unassigned' ||
    type === 'conversation.reopened';
  return moves || (actorId !== null && touches.includes(type));
}

function after(hands: Hands, event: EventDraft, actorId: string | null): Hands {
  const { type, memberId } = event;
  switch (type) {
    case 'conversation.claimed':
      return { ...anew(hands), held: 'taken' };
    case 'conversation.assigned': {
      const base = actorId === null ? hands : anew(hands);
      return { ...base, held: memberId === actorId ? 'taken' : 'given' };
    }
    case 'conversation.unassigned':
      return left(hands, event, actorId);
    case 'conversation.reopened':
      return { ...anew(hands), touched: actorId !== null };
    default:
      return { ...hands, touched: true };
  }
}

function anew(hands: Hands): Hands {
  return { ...hands, fresh: true, returned: 0, passedBy: [] };
}

/** Whoever was away, or took back what they did, let nothing go: it may come back to them. */
function left(hands: Hands, { memberId, data }: EventDraft, actorId: string | null): Hands {
  const because = data?.['because'];
  const base = actorId === null ? hands : anew(hands);
  const letGo =
    because === 'absent' || because === 'undone' || memberId === undefined ? [] : [memberId];
  return {
    ...base,
    held: 'left',
    returned: base.returned + (because === 'untouched' ? 1 : 0),
    passedBy: [...base.passedBy, ...letGo],
  };
}
