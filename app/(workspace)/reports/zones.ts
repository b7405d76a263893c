/** The zones that a report can be read in: one's own, UTC, then all the others by name. */
export function zonesFor(own: string): string[] {
  return [...new Set([own, 'UTC', ...Intl.supportedValuesOf('timeZone')])];
}
