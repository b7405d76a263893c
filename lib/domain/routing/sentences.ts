import type { Given, SkipReason } from './assignment';

/** Why somebody was passed over, as a sentence beside their name: then and now. */
export const skipSentences: Record<SkipReason, string> = {
  not_available: 'Not available for new work.',
  not_present: 'Not here: no window of theirs was open.',
  not_in_team: 'Not in this team.',
  off_shift: 'Off shift: the hours of the team are closed.',
  not_a_lead: 'Not a lead, and it came back too often for anybody else.',
  passed_it_on: 'Had it and let it go.',
  lacks_skill: 'Without a skill that it needs.',
  at_capacity: 'Without room: it would be more than they may be given.',
  lacks_preferred_skill: 'Without a skill that is preferred.',
  other_has_less: 'Free, but not with the least work, or not the longest without new work.',
  other_is_next: 'Free, but not next in turn.',
  other_had_it: 'Free, but it went back to whose it was.',
};

/** Why it went to whom it went to. */
export const givenSentences: Record<Given, string> = {
  balanced: 'The least work of those who could take it.',
  round_robin: 'Next in turn of those who could take it.',
  sticky: 'The customer was theirs before.',
  cover: 'Covers for whose it was.',
  lead: 'It came back too often, so it went to a lead.',
  nobody: 'Nobody can be given it now.',
};
