import { PRESENT_FOR_MS, weights } from './domain/routing/work';

/** In SQL, what the member under this alias says of themself. A time that has passed needs nobody to end it. */
export function availabilityOf(member: string): string {
  return `case when ${member}.availability_until <= clock_timestamp() then 'available'
    else ${member}.availability end`;
}

/** In SQL, whether one of their windows was heard a moment ago. */
export function isPresent(member: string): string {
  return `coalesce(${member}.seen_at > clock_timestamp() - interval '${PRESENT_FOR_MS} milliseconds', false)`;
}

const weighing = Object.entries(weights).filter(([, weight]) => weight > 0);

/** In SQL, the statuses that take some of a member's capacity, as a list. */
export const weighingStatuses = weighing.map(([status]) => `'${status}'`).join(', ');

/** In SQL, how much of it a conversation of one of them takes. */
export function weightOf(status: string): string {
  const cases = weighing.map(([name, weight]) => `when '${name}' then ${weight}`);
  return `case ${status} ${cases.join(' ')} else 0 end`;
}
