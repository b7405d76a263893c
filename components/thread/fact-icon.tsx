import type { EventType } from '@/lib/domain/conversation/events';

const took =
  'M6 9V3.500a1 1 0 0 1 2 0V8V3a1 1 0 0 1 2 0v5V4a1 1 0 0 1 2 0v6a4 4 0 0 1-4 4c-2 0-3-1-4-3L3 9a1 1 0 0 1 1.500-1z';
const person =
  'M6.500 3a2.300 2.300 0 1 1 0 4.600a2.300 2.300 0 1 1 0-4.600M2.500 13c.3-2.500 2-4 4-4s3.700 1.500 4 4M11.500 6.500h3M13 5v3';
const tick = 'M3 8.500l3.300 3.300 6.700-7.500';
const back = 'M6 4L2.500 7.500 6 11M2.500 7.500H10a3.500 3.500 0 0 1 3.500 3.500v1';
const clock = 'M8 2.500a5.500 5.500 0 1 1 0 11a5.500 5.500 0 1 1 0-11M8 5v3.200l2 1.300';
const tag = 'M2.500 2.500H8l5.500 5.500L8 13.500 2.500 8zM5.300 5.300v.010';
const flag = 'M4 14V2.500h8l-2 3 2 3H4';
const dot = 'M8 5.500a2.500 2.500 0 1 1 0 5a2.500 2.500 0 1 1 0-5';
const hand = 'M5.500 2.500h5l3 3v5l-3 3h-5l-3-3v-5zM5.500 8h5';
const said = 'M2.500 3h11v7.500H7L4 13v-2.500H2.500z';

const paths: Partial<Record<EventType, string>> = {
  'conversation.claimed': took,
  'conversation.assigned': person,
  'conversation.unassigned': person,
  'conversation.teamed': person,
  'conversation.closed': tick,
  'conversation.reopened': back,
  'conversation.snoozed': clock,
  'conversation.woke': clock,
  'conversation.prioritised': flag,
  'conversation.labelled': tag,
  'consent.changed': hand,
  'message.received': said,
  'message.replied': said,
  'message.noted': said,
  'message.echoed': said,
};

/** What kind of fact it is, beside the sentence that says it. */
export function FactIcon({ type }: { type: EventType }) {
  return (
    <svg
      aria-hidden
      width="14"
      height="14"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.500"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="mt-px shrink-0"
    >
      <path d={paths[type] ?? dot} />
    </svg>
  );
}
