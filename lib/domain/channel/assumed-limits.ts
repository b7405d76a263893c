/** How many calls a network takes in a window, by what they are for, until it says more itself. */
export const assumedLimits = {
  send: 15,
  post: 100,
  lookup: 15,
  people: 300,
  posts: 100,
  block: 10,
} as const;
