/** By what somebody was given work; `nobody` when nobody could be. */
export type Given = 'balanced' | 'round_robin' | 'sticky' | 'cover' | 'lead' | 'nobody';

/** Why a member was passed over, in the order in which it is asked. */
export type SkipReason =
  | 'not_available'
  | 'not_present'
  | 'not_in_team'
  | 'off_shift'
  | 'not_a_lead'
  | 'passed_it_on'
  | 'lacks_skill'
  | 'at_capacity'
  | 'lacks_preferred_skill'
  | 'other_has_less'
  | 'other_is_next'
  | 'other_had_it';

export type Skip = { memberId: string; reason: SkipReason };
