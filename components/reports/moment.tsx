import { shortMoment } from '../ui/days';
import { exactTime } from '../ui/time';

/** An instant by the clocks of the report, with its year and its seconds on hover. */
export function MomentIn({ zone, at }: { zone: string; at: string }) {
  return (
    <time dateTime={at} title={exactTime(at, zone)}>
      {shortMoment(at, zone)}
    </time>
  );
}
