import type { Attribute } from '@/lib/domain/contact/attributes';
import type { AttributeValue, ContactKind } from '@/lib/domain/contact/contact';
import type { JourneyKind } from '@/lib/domain/contact/journey';
import type { OutsideKind } from '@/lib/domain/contact/outside-event';
import { capital } from '../ui/capital';

export const kindNames: Record<ContactKind, string> = {
  customer: 'Customer',
  journalist: 'Journalist',
  partner: 'Partner',
  creator: 'Creator',
  other: 'Other',
};

export const journeyNames: Record<JourneyKind, string> = {
  private: 'Private messages',
  public: 'Public posts',
  note: 'Notes',
  offer: 'Offers',
  handoff: 'Taken private',
  consent: 'Consent',
  event: 'Elsewhere',
};

export const outsideNames: Record<OutsideKind, string> = {
  web_visit: 'Web visit',
  chat_transcript: 'Chat',
  call: 'Call',
  order: 'Order',
  other: 'Event',
};

/** A value as people read it: days and numbers in full, yes and no. */
export function valueWords({ type }: Pick<Attribute, 'type'>, value: AttributeValue): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return value.toLocaleString('en-GB', { maximumFractionDigits: 9 });
  return type === 'date' ? dayWords(value) : value;
}

/** "12 Nov 2026" of 2026-11-12, which is no instant and has no zone. */
function dayWords(day: string): string {
  const time = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(time.getTime())) return day;
  return time.toLocaleDateString('en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
}

/** "first_order" as "First order": the names that other systems give are theirs. */
export function dataName(name: string): string {
  const words = name.replaceAll('_', ' ').trim();
  return words === '' ? name : capital(words);
}
