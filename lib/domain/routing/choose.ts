import type { Given, Skip, SkipReason } from './assignment';
import type { Availability, Strategy } from './work';

/** A member who might be given something, as they stand at one moment. Instants in epoch milliseconds. */
export type Candidate = {
  memberId: string;
  availability: Availability;
  /** One of their windows was heard a moment ago. */
  present: boolean;
  inTeam: boolean;
  /** The team's hours are open, or it has none. */
  onShift: boolean;
  isLead: boolean;
  skillIds: readonly string[];
  /** The weighted work that they hold. */
  load: number;
  capacity: number;
  lastAssignedAt: number | null;
  /** When they were last given something of this team. */
  lastOfTeamAt: number | null;
};

/** What is to be given out. */
export type Work = {
  /** What it will weigh with whoever gets it. */
  weight: number;
  requiredSkillIds: readonly string[];
  preferredSkillIds: readonly string[];
  /** Who had it and let it go. */
  passedBy: readonly string[];
  /** How often it came back untouched. */
  hops: number;
  waitedMs: number;
  /** Whose it was before, and how long ago. */
  previous: { memberId: string; agoMs: number } | null;
};

/** How a team gives out its work. */
export type RoutingPolicy = {
  strategy: Exclude<Strategy, 'off'>;
  stickyDays: number;
  relaxMinutes: number;
  mostHops: number;
};

/** Who gets it and by what, or nobody; and of everybody else the one reason, in the order of their ids. */
export type Choice = { memberId: string | null; given: Given; skipped: readonly Skip[] };

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/**
 * Who is given a piece of work. Only who is here, on shift, in the team, skilled and has room; of those its
 * previous owner, else whom the strategy names. What came back too often goes to a lead, whatever
 * their skills: to one who did not have it, of its team, if there is one. The order of the candidates
 * makes no difference.
 */
export function chooseAssignee(
  candidates: readonly Candidate[],
  work: Work,
  policy: RoutingPolicy,
): Choice {
  const isForLead = goesToLead(candidates, work, policy);
  const reasons = new Map<string, SkipReason>();
  const fit = candidates.filter((candidate) => {
    const why = isForLead ? whyNotLead(candidate, work) : whyNot(candidate, work);
    if (why) reasons.set(candidate.memberId, why);
    return why === null;
  });
  const picked = isForLead ? amongLeads(fit, work) : among(fit, work, policy);
  for (const [memberId, why] of picked.passed) reasons.set(memberId, why);
  const skipped = [...reasons]
    .map(([memberId, reason]): Skip => ({ memberId, reason }))
    .sort((one, other) => (one.memberId < other.memberId ? -1 : 1));
  const { chosen, given } = picked;
  return { memberId: chosen?.memberId ?? null, given: chosen ? given : 'nobody', skipped };
}

/** Whether it came back so often that a lead gets it, or everybody in the team let it go. */
export function goesToLead(
  candidates: readonly Candidate[],
  { hops, passedBy }: Pick<Work, 'hops' | 'passedBy'>,
  { mostHops }: Pick<RoutingPolicy, 'mostHops'>,
): boolean {
  if (hops > 0 && hops >= mostHops) return true;
  const team = candidates.filter(({ inTeam }) => inTeam);
  return team.length > 0 && team.every(({ memberId }) => passedBy.includes(memberId));
}

/** Whether somebody could be given anything of that weight at all: if nobody could, no work need be looked at. */
export function hasRoom(candidate: Candidate, weight: number): boolean {
  const { availability, present, onShift } = candidate;
  return availability === 'available' && present && onShift && fits(candidate, weight);
}

/** Why a member's cover cannot take what they hold; null when they can. A cover need not be of the team. */
export function whyNotCover(
  cover: Pick<Candidate, 'availability' | 'present' | 'load' | 'capacity'>,
  weight: number,
): SkipReason | null {
  if (cover.availability !== 'available') return 'not_available';
  if (!cover.present) return 'not_present';
  return fits(cover, weight) ? null : 'at_capacity';
}

function whyNot(candidate: Candidate, work: Work): SkipReason | null {
  if (candidate.availability !== 'available') return 'not_available';
  if (!candidate.present) return 'not_present';
  if (!candidate.inTeam) return 'not_in_team';
  if (!candidate.onShift) return 'off_shift';
  if (work.passedBy.includes(candidate.memberId)) return 'passed_it_on';
  if (!knows(candidate, work.requiredSkillIds)) return 'lacks_skill';
  return fits(candidate, work.weight) ? null : 'at_capacity';
}

function whyNotLead(candidate: Candidate, work: Work): SkipReason | null {
  if (candidate.availability !== 'available') return 'not_available';
  if (!candidate.present) return 'not_present';
  if (!candidate.isLead) return 'not_a_lead';
  if (!candidate.onShift) return 'off_shift';
  return fits(candidate, work.weight) ? null : 'at_capacity';
}

function knows({ skillIds }: Candidate, wanted: readonly string[]): boolean {
  return wanted.every((id) => skillIds.includes(id));
}

function fits({ load, capacity }: Pick<Candidate, 'load' | 'capacity'>, weight: number): boolean {
  return load + weight <= capacity;
}

type Picked = { chosen: Candidate | undefined; given: Given; passed: [string, SkipReason][] };

function among(fit: readonly Candidate[], work: Work, policy: RoutingPolicy): Picked {
  const { previous, preferredSkillIds, waitedMs } = work;
  const isRecent = previous !== null && previous.agoMs <= policy.stickyDays * DAY_MS;
  const before = isRecent ? fit.find(({ memberId }) => memberId === previous.memberId) : undefined;
  if (before)
    return { chosen: before, given: 'sticky', passed: others(fit, before, 'other_had_it') };

  const skilled = fit.filter((candidate) => knows(candidate, preferredSkillIds));
  const isRelaxed = waitedMs >= policy.relaxMinutes * MINUTE_MS;
  const rest = isRelaxed ? fit : [];
  const pool = skilled.length > 0 ? skilled : rest;
  const unskilled = fit.filter((candidate) => !pool.includes(candidate));
  const { strategy } = policy;
  const chosen = firstOf(pool, strategy === 'balanced' ? leastLoad : longestSince);
  const why = strategy === 'balanced' ? 'other_has_less' : 'other_is_next';
  return {
    chosen,
    given: strategy,
    passed: [
      ...unskilled.map(({ memberId }): [string, SkipReason] => [memberId, 'lacks_preferred_skill']),
      ...others(pool, chosen, why),
    ],
  };
}

/** Nothing ends with nobody: where every lead had it, one of them gets it again. */
function amongLeads(fit: readonly Candidate[], { passedBy }: Work): Picked {
  const fresh = fit.filter(({ memberId }) => !passedBy.includes(memberId));
  const able = fresh.length > 0 ? fresh : fit;
  const near = able.filter(({ inTeam }) => inTeam);
  const pool = near.length > 0 ? near : able;
  const chosen = firstOf(pool, leastLoad);
  const why = (one: Candidate): SkipReason => {
    if (pool.includes(one)) return 'other_has_less';
    return able.includes(one) ? 'not_in_team' : 'passed_it_on';
  };
  return {
    chosen,
    given: 'lead',
    passed: fit.filter((one) => one !== chosen).map((one) => [one.memberId, why(one)]),
  };
}

function others(
  pool: readonly Candidate[],
  chosen: Candidate | undefined,
  why: SkipReason,
): [string, SkipReason][] {
  return pool.filter((one) => one !== chosen).map(({ memberId }) => [memberId, why]);
}

type Order = (candidate: Candidate) => readonly number[];

/** Least load, then longest idle. Who was never given anything is idle longest. */
const leastLoad: Order = ({ load, lastAssignedAt }) => [load, lastAssignedAt ?? -Infinity];
const longestSince: Order = ({ lastOfTeamAt }) => [lastOfTeamAt ?? -Infinity];

function firstOf(pool: readonly Candidate[], order: Order): Candidate | undefined {
  return [...pool].sort((one, other) => compare(one, other, order))[0];
}

function compare(one: Candidate, other: Candidate, order: Order): number {
  const [mine, theirs] = [order(one), order(other)];
  const at = mine.findIndex((value, index) => value !== theirs[index]);
  if (at === -1) return one.memberId < other.memberId ? -1 : 1;
  return (mine[at] ?? 0) < (theirs[at] ?? 0) ? -1 : 1;
}
