/** What is known about one place where a search was found. */
export type Hit = {
  /** Milliseconds since it was said; the future counts as now. */
  ageMs: number;
  /** How many things were looked for, and how many stand there as whole words. */
  needles: number;
  whole: number;
  /** How often they stand there, all told. */
  places: number;
  /** Whether it is the person's name or handle that fits, not something said. */
  isName: boolean;
};

const MONTH_MS = 30 * 86_400_000;

/**
 * How good a hit is: how well it fits times how lately it was said. Half a year takes away about two
 * thirds of the weight and no age takes all of it, so that a perfect old answer stands before a weak new one.
 */
export function scoreOf({ ageMs, needles, whole, places, isName }: Hit): number {
  const wholeness = needles === 0 ? 1 : 0.6 + 0.4 * (whole / needles);
  const often = 1 + 0.1 * Math.min(3, Math.log2(Math.max(1, places / Math.max(1, needles))));
  const fit = wholeness * often * (isName ? 2 : 1);
  return fit * (0.2 + 0.8 / (1 + Math.max(0, ageMs) / (2 * MONTH_MS)));
}
