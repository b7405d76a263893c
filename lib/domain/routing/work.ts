/** How a team's work finds its people. `off`: nobody is given any, they take it. */
export const strategies = ['off', 'balanced', 'round_robin'] as const;
export type Strategy = (typeof strategies)[number];

/** What a member says of themself. Only who is available, and present, is given work. */
export const availabilities = ['available', 'busy', 'away', 'offline'] as const;
export type Availability = (typeof availabilities)[number];

/** What becomes of work that somebody holds who is away. */
export const absencePolicies = ['keep', 'on_message', 'after', 'cover'] as const;
export type AbsencePolicy = (typeof absencePolicies)[number];

/** A window that was not heard for longer is taken for gone. */
export const PRESENT_FOR_MS = 60_000;

/** How much of a member's capacity a conversation takes, by its status. */
export const weights = { open: 1, on_hold: 0.25, waiting: 0.25, snoozed: 0 } as const;
