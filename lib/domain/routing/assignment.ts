/** By what somebody was given work. */
export const givens = [
  'balanced',
  'round_robin',
  'sticky',
  'cover',
  'lead',
  /** Nobody could be given it. */
  'nobody',
] as const;
export type Given = (typeof givens)[number];

/** Why a member was passed over, in the order in which it is asked. */
export const skipReasons = [
  'not_available',
  'not_present',
  'not_in_team',
  'off_shift',
  'not_a_lead',
  'passed_it_on',
  'lacks_skill',
  'at_capacity',
  'lacks_preferred_skill',
  'other_has_less',
  'other_is_next',
  'other_had_it',
] as const;
export type SkipReason = (typeof skipReasons)[number];

export type Skip = { memberId: string; reason: SkipReason };
