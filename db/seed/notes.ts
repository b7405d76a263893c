import type { Topic } from '@/sandbox/dialogue/script';
import type { FirstName } from './team';

/** Why something waits for us or for somebody else. */
export const holdReasons: Partial<Record<Topic, readonly string[]>> = {
  delivery: [
    'On hold: the depot looks for the box, they ring back before two.',
    'On hold: asked the courier for the driver’s photo and the GPS of the drop.',
    'On hold: @Mo is on the road and passes there this afternoon, he takes a new one along.',
  ],
  refund: [
    'On hold: finance pays by hand today, two working days for the bank.',
    'On hold: the card company wants the statement line, asked for it.',
  ],
  melted: [
    'On hold: temperature log of that run is with the depot, promised by noon. @Jack fyi, fourth one this week.',
  ],
  allergens: [
    'On hold: the kitchen checks the batch sheets. Nothing is promised before they have answered.',
  ],
  app: ['On hold: reproduced it on the old phone in the drawer. Ticket 1187 with the app people.'],
  account: ['On hold: needs somebody who may delete things, that is @Ada.'],
  shop: ['On hold: Wren looks into the lost-property drawer tonight.'],
  events: ['On hold: the van’s calendar is with the garage until it has brakes.'],
  wholesale: ['On hold: price list 5 comes on Monday, they should not get 4.'],
};

/** What colleagues wrote for each other, here and there; each only where it fits. */
export const asides: readonly { by: FirstName; text: string; about: readonly Topic[] }[] = [
  {
    by: 'Mo',
    text: 'Checked with the warehouse: the box left on time, the courier lost it.',
    about: ['delivery'],
  },
  { by: 'Mo', text: 'I know this street, the bell is behind the ivy.', about: ['delivery'] },
  {
    by: 'Priya',
    text: 'Regular customer, third order this month. Be generous.',
    about: ['delivery', 'melted', 'refund'],
  },
  {
    by: 'Priya',
    text: 'Refund is with finance; tell them two working days, not one. @Mo',
    about: ['refund', 'melted'],
  },
  {
    by: 'Lena',
    text: 'Asked the dairy about the nut traces. They answer by Thursday. @Jack',
    about: ['allergens'],
  },
  {
    by: 'Jack',
    text: 'Asked every week. @Sunniva shall we keep one good answer to it?',
    about: ['flavour', 'shop', 'idea'],
  },
  {
    by: 'Sunniva',
    text: 'Lovely. May I quote this without the name? @Lena',
    about: ['praise'],
  },
  { by: 'Lena', text: 'Sent to the kitchen wall. @Priya', about: ['praise', 'idea'] },
  { by: 'Ada', text: 'The log-in works again, they may try. @Mo', about: ['app', 'account'] },
  {
    by: 'Priya',
    text: 'Voucher 15 %, only once. @Ada please make these last longer than a week.',
    about: ['account', 'club', 'gift'],
  },
  { by: 'Jack', text: 'If it comes back, give it to me. @Lena', about: ['press', 'wholesale'] },
  { by: 'Mo', text: 'The van is free that week, I looked. @Lena', about: ['events'] },
];
