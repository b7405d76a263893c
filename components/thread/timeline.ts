import type { MessageItem, ThreadFact } from '@/lib/queries/inbox/thread-views';

/**
 * A line of a conversation. What one side wrote in one go stands together: `first` and `last` are its
 * ends, `next` what follows within it. Each line keeps its key wherever a run begins, so that nothing
 * is drawn anew, and so moves, when older messages load.
 */
export type Entry =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'fact'; key: string; fact: ThreadFact }
  /** From here on it is new to its reader. */
  | { kind: 'new'; key: string }
  | SaidEntry;

export type SaidEntry = {
  kind: 'said';
  key: string;
  message: MessageItem;
  first: boolean;
  next: MessageItem | null;
};

const togetherMs = 10 * 60_000;

/**
 * A conversation as it is read from the top: days, what was said, and what happened between.
 * Facts older than the oldest message at hand wait for their page; that it began, its first message
 * says itself. `dayOf` names the viewer's day.
 */
export function timelineOf(
  messages: readonly MessageItem[],
  facts: readonly ThreadFact[],
  dayOf: (at: string) => string,
  complete: boolean,
): Entry[] {
  const start = messages[0]?.at ?? '';
  const entries: Entry[] = [];
  const told = facts.filter(
    ({ at, type }) => type !== 'conversation.started' && (complete || at >= start),
  );
  for (const moment of inOrder(messages, told)) {
    const day = dayOf(moment.at);
    if (dayBefore(entries, dayOf) !== day) entries.push({ kind: 'day', key: day, at: moment.at });
    if ('seq' in moment) entries.push({ kind: 'fact', key: `fact-${moment.seq}`, fact: moment });
    else addMessage(entries, moment);
  }
  return entries;
}

/** The key under which a message is drawn: the same before and after the server knows it. */
export function keyOf(message: MessageItem): string {
  return message.clientKey ?? message.id;
}

function inOrder(
  messages: readonly MessageItem[],
  facts: readonly ThreadFact[],
): (MessageItem | ThreadFact)[] {
  const merged: (MessageItem | ThreadFact)[] = [];
  let next = 0;
  for (const message of messages) {
    for (let fact = facts[next]; fact && fact.at <= message.at; fact = facts[next]) {
      merged.push(fact);
      next += 1;
    }
    merged.push(message);
  }
  return [...merged, ...facts.slice(next)];
}

function addMessage(entries: Entry[], message: MessageItem) {
  const last = entries.at(-1);
  const together = last?.kind === 'said' && belongsTo(last.message, message);
  if (together) last.next = message;
  entries.push({ kind: 'said', key: keyOf(message), message, first: !together, next: null });
}

function belongsTo(before: MessageItem, message: MessageItem): boolean {
  const sameHand = before.kind === message.kind && before.authorId === message.authorId;
  return sameHand && Date.parse(message.at) - Date.parse(before.at) < togetherMs;
}

function dayBefore(entries: readonly Entry[], dayOf: (at: string) => string): string | undefined {
  const last = entries.at(-1);
  if (!last || last.kind === 'new') return undefined;
  if (last.kind === 'said') return dayOf(last.message.at);
  return dayOf(last.kind === 'fact' ? last.fact.at : last.at);
}
