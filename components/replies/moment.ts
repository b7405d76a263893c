import { clockTime, format } from '../ui/time';

/** "Wed 1 Dec 2032, 09:00" in the viewer's zone: what holds for months is told with its year. */
export function fullMoment(at: string, zone: string): string {
  const day = format(at, zone, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  return `${day.replace(',', '')}, ${clockTime(at, zone)}`;
}
