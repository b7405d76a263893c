/** When a team is open from now on: stretches of ISO instants in order, half-open. An end of null is beyond what was looked at. Null for no hours: always. */
export type OpenHours = readonly OpenStretch[] | null;
type OpenStretch = readonly [from: string, to: string | null];

/** Whether somebody is on shift, and until when that stays so; null when it does, as far as is known. */
export type Shift = { on: boolean; until: string | null };

/** On shift is whoever has a team that is open now. */
export function shiftAt(hours: OpenHours, now: number): Shift {
  if (hours === null) return { on: true, until: null };
  const next = hours.find(([, to]) => to === null || Date.parse(to) > now);
  if (!next) return { on: false, until: null };
  const [from, to] = next;
  return Date.parse(from) <= now ? { on: true, until: to } : { on: false, until: from };
}

/** The hours of somebody with several teams: open when one of them is. Without a team nothing says when they are not. */
export function hoursOfAll(teams: readonly OpenHours[]): OpenHours {
  if (teams.length === 0 || teams.includes(null)) return null;
  const merged: [string, string | null][] = [];
  for (const [from, to] of teams
    .flatMap((hours) => hours ?? [])
    .toSorted((one, other) => Date.parse(one[0]) - Date.parse(other[0]))) {
    const last = merged.at(-1);
    if (last && (last[1] === null || Date.parse(from) <= Date.parse(last[1]))) {
      last[1] = later(last[1], to);
    } else merged.push([from, to]);
  }
  return merged;
}

/** When they open first at or after an instant; null when that is not known. */
export function openingAfter(hours: OpenHours, from: number): string | null {
  return hours?.find(([opens]) => Date.parse(opens) >= from)?.[0] ?? null;
}

function later(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return null;
  return Date.parse(one) >= Date.parse(other) ? one : other;
}
