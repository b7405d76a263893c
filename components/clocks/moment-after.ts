import { dayName, shortMoment } from '../ui/days';
import { clockTime } from '../ui/time';

/** The end of a span: of the day on which it began the time is enough, else "today 10:00" or the day. */
export function momentAfter(from: string, at: string, now: number, zone: string): string {
  const said = shortMoment(at, zone);
  const [day] = said.split(',');
  if (shortMoment(from, zone).startsWith(`${day},`)) return clockTime(at, zone);
  return dayName(at, now, zone) === 'Today' ? `today ${clockTime(at, zone)}` : said;
}
