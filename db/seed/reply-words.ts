import type { Allowance, ReplyPurpose, Risk } from '@/lib/domain/replies/reply';
import type { VersionState } from '@/lib/domain/replies/state';
import type { FirstName, TeamKey } from './team';
import type { LabelName } from './topics';

/** A version as the house remembers it; instants are days from now, those behind us and those ahead. */
export type ToldVersion = {
  /** Of the reply's own language where none is named. */
  language?: string;
  state: VersionState;
  by: FirstName;
  daysAgo: number;
  body: string;
  /** Who has read it, the author never. */
  read?: readonly FirstName[];
  /** The last of them wants it otherwise, and says how. */
  wants?: string;
  fromDay?: number;
  untilDay?: number;
  reviewDay?: number;
  endedDaysAgo?: number;
  because?: string;
  /** Of a translation: which number of the source language it says. */
  says?: number;
  aside?: readonly [by: FirstName, quote: string, text: string];
};

export type ToldReply = {
  key: string;
  title: string;
  folder: string;
  purpose: ReplyPurpose;
  risk?: Risk;
  allowance: Allowance;
  owner?: FirstName;
  label?: LabelName;
  team?: TeamKey;
  status?: 'waiting' | 'resolved';
  versions: readonly ToldVersion[];
  /** Messages of the story that were written with it: how they begin. */
  sentAs?: readonly string[];
};

/** What everybody wrote by heart before somebody owned the words. */
export const everydayReplies: readonly ToldReply[] = [
  {
    ...{ key: 'refund-sent', title: 'The refund has left us', folder: 'Money' },
    ...{ purpose: 'answer', allowance: 'locked', label: 'refund', status: 'waiting' },
    versions: [
      {
        ...{ state: 'superseded', by: 'Sunniva', daysAgo: 61, read: ['Jack'], endedDaysAgo: 26 },
        body: 'It left us just now. [[Your bank shows it within five working days.]]',
      },
      {
        ...{ state: 'published', by: 'Sunniva', daysAgo: 27, read: ['Lena'], reviewDay: 64 },
        body: 'It left us just now. [[Your bank shows it in one to three days.]]',
      },
      {
        ...{ language: 'de', state: 'published', by: 'Lena', daysAgo: 58, read: ['Sunniva'] },
        ...{ says: 1 },
        body: 'Sie ist gerade raus. [[Deine Bank zeigt sie innerhalb von fünf Werktagen.]]',
      },
    ],
    sentAs: ['It left us just now. Your bank shows it'],
  },
  {
    ...{ key: 'charged-twice', title: 'Charged twice: a reservation', folder: 'Money' },
    ...{ purpose: 'answer', allowance: 'locked' },
    versions: [
      {
        ...{ state: 'published', by: 'Lena', daysAgo: 57, read: ['Jack'], reviewDay: 34 },
        body: '{{contact.first_name}}, I see one payment and one reservation of the same amount. [[The reservation is released by your bank, usually within three days.]]',
      },
    ],
    sentAs: ['Pavel, I see one payment'],
  },
  {
    ...{ key: 'gift-card', title: 'How long a gift card is good', folder: 'Money' },
    ...{ purpose: 'answer', allowance: 'locked', owner: 'Lena' },
    versions: [
      {
        ...{ state: 'published', by: 'Lena', daysAgo: 45, read: ['Sunniva'], untilDay: 6 },
        body: '[[They stay on the card for two years.]] Shall I send you the balance as a mail?',
      },
    ],
    sentAs: ['They stay on the card for two years.'],
  },
  {
    ...{ key: 'melted', title: 'Melted: a new box or the money back', folder: 'Orders' },
    ...{ purpose: 'acknowledge', allowance: 'free', label: 'melted' },
    versions: [
      {
        ...{ state: 'published', by: 'Sunniva', daysAgo: 60, read: ['Jack'] },
        body: 'I am sorry about that, {{contact.first_name|really}}. A new box, or the money back?',
      },
      {
        ...{ language: 'de', state: 'published', by: 'Lena', daysAgo: 52, read: ['Jack'], says: 1 },
        body: 'Das tut mir leid. Eine neue Kiste, oder das Geld zurück?',
      },
    ],
    sentAs: ['To me, Lena. I am sorry about the soup.'],
  },
  {
    ...{ key: 'delivery-late', title: 'It is late and comes today', folder: 'Orders' },
    ...{ purpose: 'acknowledge', allowance: 'locked', label: 'delivery' },
    versions: [
      {
        ...{ state: 'published', by: 'Sunniva', daysAgo: 44, read: ['Lena'], reviewDay: 19 },
        body: 'Hello {{contact.first_name|there}}, I am sorry. The courier shows it as loaded this morning. [[It should be with you before six.]]',
      },
      {
        ...{ language: 'de', state: 'published', by: 'Lena', daysAgo: 40, read: ['Sunniva'] },
        ...{ says: 1 },
        body: 'Hallo {{contact.first_name}}, das tut mir leid. Laut Kurier wurde sie heute früh verladen. [[Sie sollte vor 18 Uhr bei dir sein.]]',
      },
    ],
    sentAs: ['Hello Stefan, I am sorry. The courier shows'],
  },
  {
    ...{ key: 'heat', title: 'We hold parcels in the heat', folder: 'Orders' },
    ...{ purpose: 'answer', allowance: 'exact' },
    versions: [
      {
        ...{ state: 'expired', by: 'Sunniva', daysAgo: 69, read: ['Jack'], untilDay: -48 },
        ...{ endedDaysAgo: 48 },
        body: 'It is too warm for your parcel today. We keep it at minus 21 and send it on the first evening below 24 degrees. You need not do anything.',
      },
    ],
  },
  {
    ...{ key: 'thanks', title: 'Thanks for telling us', folder: '' },
    ...{ purpose: 'acknowledge', allowance: 'free', status: 'resolved' },
    versions: [
      {
        ...{ state: 'published', by: 'Lena', daysAgo: 50, read: ['Sunniva'] },
        body: 'Thank you for telling us, we had not thought of that.',
      },
    ],
    sentAs: [
      'Thank you for telling us, we had not thought of that',
      'Good evening, and thank you for telling us rather',
    ],
  },
  {
    ...{ key: 'free-delivery', title: 'Free delivery for the wait', folder: 'Money' },
    ...{ purpose: 'offer', allowance: 'locked' },
    versions: [
      {
        ...{ state: 'recalled', by: 'Sunniva', daysAgo: 23, read: ['Lena'], endedDaysAgo: 9 },
        because: 'The code takes off the whole order, not the delivery.',
        body: 'I am sorry that you had to wait. [[With WAIT4ME your next delivery is free.]]',
      },
      {
        ...{ state: 'draft', by: 'Sunniva', daysAgo: 8 },
        body: 'I am sorry that you had to wait. [[We take the delivery off your next order by ourselves.]]',
      },
    ],
  },
];
