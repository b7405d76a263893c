import type { Purpose, Writer } from './purpose';
import type { RefuseReason } from './reasons';

const HOUR = 3_600_000;

/** For so long after their last message one may write, and what then. Half-open: at `forMs` exactly it is over. */
export type Window = {
  forMs: number;
  mode: 'reply' | 'human_agent';
  /** Only what a person types, and nothing that promotes. */
  forPeopleAndService: boolean;
};

/** Messenger and Instagram: anything within a day, a human agent's answer within a week. */
export const metaWindows: readonly Window[] = [
  { forMs: 24 * HOUR, mode: 'reply', forPeopleAndService: false },
  { forMs: 7 * 24 * HOUR, mode: 'human_agent', forPeopleAndService: true },
];

export type WindowVerdict =
  | { allow: true; mode: Window['mode']; until: number }
  | { allow: false; reason: RefuseReason };

type Moment = {
  /** By the network's clock; null when they never wrote. Epoch milliseconds, as `now`. */
  lastInboundAt: number | null;
  now: number;
  /** What is taken off every window, in milliseconds, for the time that sending takes. */
  marginMs: number;
  by: Writer;
  purpose: Purpose;
};

/** A network's reply windows: the first one that is still open decides. */
export function windowRule(windows: readonly Window[], moment: Moment): WindowVerdict {
  const { lastInboundAt, now, marginMs, by, purpose } = moment;
  if (lastInboundAt === null) return { allow: false, reason: 'NEVER_WROTE' };
  // A message from the future is a clock that differs: it has just been written.
  const elapsed = Math.max(now - lastInboundAt, 0) + marginMs;
  const window = windows.find(({ forMs }) => elapsed < forMs);
  if (!window) return { allow: false, reason: 'WINDOW_CLOSED' };
  if (window.forPeopleAndService && by === 'automation') {
    return { allow: false, reason: 'WINDOW_FOR_PEOPLE_ONLY' };
  }
  if (window.forPeopleAndService && (purpose === 'offer' || purpose === 'outreach')) {
    return { allow: false, reason: 'WINDOW_FOR_SERVICE_ONLY' };
  }
  return { allow: true, mode: window.mode, until: lastInboundAt + window.forMs - marginMs };
}
