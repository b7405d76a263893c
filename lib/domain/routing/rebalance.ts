import type { Status } from '../conversation/conversation';
import type { Availability } from './work';
import { weights } from './work';

/** A member as work is spread: what they hold, in all teams, against what they can hold. */
export type Holder = {
  id: string;
  availability: Availability;
  /** One of their windows was heard within the minute. */
  present: boolean;
  capacity: number;
  load: number;
  /** The teams whose work they may be given. */
  teamIds: readonly string[];
};

/** A conversation that may change hands. Instants are ISO 8601, alike in their digits, so that texts compare like times. */
export type Work = {
  id: string;
  /** Null while nobody has it. */
  ownerId: string | null;
  teamId: string | null;
  status: Status;
  /** An index into `priorities`: more is sooner. */
  priority: number;
  dueAt: string | null;
  waitingSince: string | null;
};

export type Move = { conversationId: string; from: string | null; to: string };

/** What is spread: the open work that is unevenly held, or everything that one member, or nobody, has. */
export type Spread = { kind: 'even' } | { kind: 'empty'; ownerId: string | null };

/** What a conversation takes of its owner's capacity. What is closed takes none. */
export function weightOf(status: Status): number {
  return status === 'resolved' || status === 'spam' ? 0 : weights[status];
}

/** The same for counts of conversations by status. */
export function loadOf(counts: { open: number; onHold: number; waiting: number }): number {
  return (
    counts.open * weights.open + counts.onHold * weights.on_hold + counts.waiting * weights.waiting
  );
}

/** Whether somebody can be given work: who says so, and is here. */
export function canTake({ availability, present, capacity }: Holder): boolean {
  return availability === 'available' && present && capacity > 0;
}

/** The order of work: priority, then what is due next, then who waits longest. */
export function byUrgency(one: Work, other: Work): number {
  return (
    other.priority - one.priority ||
    compare(one.dueAt, other.dueAt) ||
    compare(one.waitingSince, other.waitingSince) ||
    compare(one.id, other.id)
  );
}

/**
 * Which conversations should go to whom. Only those who are available and here are given any, of their
 * own teams, and never more than they can hold. What is most urgent goes first, to whoever has most
 * room. For `even` a conversation moves only where its taker stands better with it than its holder did;
 * nobody gives and takes, so that no fewer moves would come to the same. What finds no taker stays.
 */
export function rebalance(
  members: readonly Holder[],
  work: readonly Work[],
  spread: Spread,
): Move[] {
  const holders = [...members].sort((one, other) => compare(one.id, other.id));
  const loads = new Map(holders.map(({ id, load }) => [id, load]));
  return spread.kind === 'empty'
    ? emptied({ holders, loads }, work, spread.ownerId)
    : evened({ holders, loads }, work);
}

type Standing = { holders: readonly Holder[]; loads: Map<string, number> };

function emptied(standing: Standing, work: readonly Work[], ownerId: string | null): Move[] {
  const moves: Move[] = [];
  for (const each of work.filter((one) => one.ownerId === ownerId).sort(byUrgency)) {
    const taker = roomiest(standing, each, ({ id }) => id !== ownerId);
    if (taker) moves.push(hand(standing, each, taker.id));
  }
  return moves;
}

function evened(standing: Standing, work: readonly Work[]): Move[] {
  const moves: Move[] = [];
  const gave = new Set<string>();
  const took = new Set<string>();
  const open = work.filter(({ status, ownerId }) => status === 'open' && ownerId !== null);
  const held = new Map(
    standing.holders.map(({ id }) => [
      id,
      open.filter(({ ownerId }) => ownerId === id).sort(byUrgency),
    ]),
  );
  for (;;) {
    const step = nextStep(standing, held, { gave, took });
    if (!step) return moves;
    moves.push(hand(standing, step.work, step.to));
    gave.add(step.from);
    took.add(step.to);
    held.set(step.from, held.get(step.from)?.filter((one) => one !== step.work) ?? []);
  }
}

type Step = { work: Work; from: string; to: string };
type Hands = { gave: ReadonlySet<string>; took: ReadonlySet<string> };

/** From whoever is fullest and has something that somebody else would stand better with. */
function nextStep(
  standing: Standing,
  held: ReadonlyMap<string, readonly Work[]>,
  { gave, took }: Hands,
): Step | null {
  const fullest = standing.holders
    .filter(({ id }) => !took.has(id))
    .sort((one, other) => shareOf(standing, other, 0) - shareOf(standing, one, 0));
  for (const from of fullest) {
    const share = shareOf(standing, from, 0);
    for (const each of firstOfEachTeam(held.get(from.id) ?? [])) {
      const to = roomiest(standing, each, (taker) => {
        if (taker.id === from.id || gave.has(taker.id)) return false;
        return shareOf(standing, taker, weightOf(each.status)) < share;
      });
      if (to) return { work: each, from: from.id, to: to.id };
    }
  }
  return null;
}

/** Whoever takes the first of a team's would take any of it. */
function firstOfEachTeam(work: readonly Work[]): Work[] {
  const first = new Map<string | null, Work>();
  for (const each of work) if (!first.has(each.teamId)) first.set(each.teamId, each);
  return [...first.values()];
}

/** Of those who can take it, whoever would be least full with it; then whoever has most room. */
function roomiest(
  standing: Standing,
  work: Work,
  may: (holder: Holder) => boolean,
): Holder | undefined {
  const weight = weightOf(work.status);
  let best: Holder | undefined;
  for (const holder of standing.holders) {
    if (!canTake(holder) || !isOfTeam(holder, work) || !may(holder)) continue;
    if (loadNow(standing, holder) + weight > holder.capacity) continue;
    if (!best || isRoomier(standing, [holder, best], weight)) best = holder;
  }
  return best;
}

function isRoomier(standing: Standing, [one, other]: [Holder, Holder], weight: number): boolean {
  const [share, best] = [shareOf(standing, one, weight), shareOf(standing, other, weight)];
  if (share !== best) return share < best;
  const room = one.capacity - loadNow(standing, one);
  return room > other.capacity - loadNow(standing, other);
}

function isOfTeam({ teamIds }: Holder, { teamId }: Work): boolean {
  return teamId === null || teamIds.includes(teamId);
}

/** How full somebody is, with so much more. */
function shareOf(standing: Standing, holder: Holder, more: number): number {
  const load = loadNow(standing, holder) + more;
  if (holder.capacity > 0) return load / holder.capacity;
  return load > 0 ? Number.POSITIVE_INFINITY : 0;
}

function loadNow({ loads }: Standing, { id }: Holder): number {
  return loads.get(id) ?? 0;
}

function hand({ loads }: Standing, { id, ownerId, status }: Work, to: string): Move {
  const weight = weightOf(status);
  if (ownerId !== null && loads.has(ownerId)) {
    loads.set(ownerId, (loads.get(ownerId) ?? 0) - weight);
  }
  loads.set(to, (loads.get(to) ?? 0) + weight);
  return { conversationId: id, from: ownerId, to };
}

/** What has no time comes last. */
function compare(one: string | null, other: string | null): number {
  if (one === other) return 0;
  if (one === null) return 1;
  if (other === null) return -1;
  return one < other ? -1 : 1;
}
