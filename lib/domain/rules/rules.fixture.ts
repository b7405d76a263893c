import type { Calendar } from '../sla/calendar';
import type { Facts } from './facts';

/** A first private question on a Monday morning. */
export const aMessage: Facts = {
  channel: 'care',
  place: 'private',
  came: 'stranger',
  visit: 'new',
  intent: 'question',
  urgency: 'normal',
  language: null,
  contactKind: 'customer',
  contactLabel: [],
  label: [],
  vip: false,
  verified: false,
  teamed: false,
  followers: null,
  attributes: {},
  text: 'Is the salted caramel back?',
  at: Date.parse('2026-03-02T10:00:00Z'),
};

const workday = [{ start: '09:00', end: '17:00' }];

export const officeHours: Calendar = {
  timeZone: 'UTC',
  weekly: [workday, workday, workday, workday, workday, [], []],
  exceptions: [],
};
