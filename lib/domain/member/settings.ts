import type { NotificationChoices } from '../notifications/choices';

/** What a member chose for themself. Parts add their own keys; an absent key is the product's own choice. */
export type MemberSettings = {
  /** What was chosen before there was more to choose lacks the rest. */
  notifications?: Partial<NotificationChoices>;
  /** The steps of the first minute that are done, and whether it was put away. */
  guide?: { done: readonly string[]; dismissed: boolean };
};
