import type { EventType } from '@/lib/domain/conversation/events';

const took =
  'M6 9V3.5a1 1 0 0 1 2 0V8V3a1 1 0 0 1 2 0v5V4a1 1 0 0 1 2 0v6a4 4 0 0 1-4 4c-2 0-3-1-4-3L3 9a1 1 0 0 1 1.5-1z';
const person =
  'M6.5 3a2.3 2.3 0 1 1 0 4.6a2.3 2.3 0 1 1 0-4.6M2.5 13c.3-2.5 2-4 4-4s3.7 1.5 4 4M11.5 6.5h3M13 5v3';
const tick = 'M3 8.5l3.3 3.3 6.7-7.5';
const back = 'M6 4L2.5 7.5 6 11M2.5 7.5H10a3.5 3.5 0 0 1 3.5 3.5v1';
const clock = 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11M8 5v3.2l2 1.3';
const tag = 'M2.5 2.5H8l5.5 5.5L8 13.5 2.5 8zM5.3 5.3v.01';
const flag = 'M4 14V2.5h8l-2 3 2 3H4';
const dot = 'M8 5.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5';
const hand = 'M5.5 2.5h5l3 3v5l-3 3h-5l-3-3v-5zM5.5 8h5';
const said = 'M2.5 3h11v7.5H7L4 13v-2.5H2.5z';

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
  'sla.warned': clock,
  'sla.breached': clock,
  'sla.escalated': flag,
  'sla.policy': clock,
  'consent.changed': hand,
  'block.asked': hand,
  'block.settled': hand,
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
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`mt-px shrink-0 ${type === 'sla.breached' ? 'text-breach' : ''}`}
    >
      <path d={paths[type] ?? dot} />
    </svg>
  );
}
