/** How many calls a network takes in a window, by what they are for, until it says more itself. */
export const assumedLimits = { send: 15, lookup: 15, people: 300 } as const;
