import type { Priority } from '@/lib/domain/conversation/conversation';
import type { DeliveryReason } from '@/lib/domain/delivery/reasons';
import type { DeliveryState } from '@/lib/domain/delivery/states';
import type { FirstName } from './team';

type Said = readonly [by: FirstName, text: string];

/** What only the house knows about somebody, by username. `@Jack` in a note names a colleague. */
export type Known = {
  status?: 'open' | 'on_hold' | 'resolved' | 'spam';
  /** Snoozed; wakes after so many hours. */
  wakesIn?: number;
  owner?: FirstName | null;
  priority?: Priority;
  /** Said after the last message. */
  notes?: readonly Said[];
  /** An answer that did not arrive, or of which nobody knows whether it did. */
  unsent?: {
    by: FirstName;
    text: string;
    state: Extract<DeliveryState, 'failed' | 'needs_review' | 'unknown'>;
    reason: DeliveryReason;
    detail?: string;
    minutesAgo: number;
  };
};

export const known: Readonly<Record<string, Known>> = {
  // The last word was an offer: nobody waits for an answer to it.
  elodiemercier: { status: 'resolved' },
  amaraeze: { status: 'resolved' },
  hollyfinch_: { status: 'resolved' },
  haruka_amai: { status: 'resolved' },
  ines_carvalho: {
    owner: 'Priya',
    priority: 'high',
    notes: [
      [
        'Priya',
        'Two melted boxes in a month, same noon run. @Jack may I send both: the money back and six new tubs by hand before six?',
      ],
      ['Jack', 'Yes to both. @Mo is nearest with the small van.'],
    ],
  },
  nadiaellison: { owner: 'Lena', priority: 'high' },
  miriamokafor: {
    owner: 'Jack',
    priority: 'high',
    notes: [
      [
        'Sunniva',
        '@Jack quoting the heatwave reply is fine, it is public. Please not the line about the courier.',
      ],
    ],
  },
  laylakhoury: {
    owner: 'Lena',
    notes: [
      ['Lena', 'She writes for a travel weekly. @Sunniva do we allow pictures in the kitchen?'],
    ],
  },
  takumi_ito: { owner: null, priority: 'high' },
  rhysmorgan81: {
    owner: 'Jack',
    priority: 'urgent',
    status: 'on_hold',
    notes: [
      ['Mo', 'Third time he asks, I would give this to @Jack.'],
      [
        'Jack',
        'On hold: finance re-sends it by hand today, reference 88-2041. I ring him at four.',
      ],
    ],
  },
  gracelimkj: {
    owner: 'Priya',
    priority: 'urgent',
    notes: [
      [
        'Priya',
        'Daughter is fine. @Jack she wants to hear from quality, promised for this morning.',
      ],
      ['Jack', '@Ada can you see who changed the allergen page last?'],
      [
        'Ada',
        'Batch B 2207-14 is off the site. @Jack @Priya I have asked the kitchen for the wash log.',
      ],
    ],
  },
  bcroft_hotels: {
    owner: 'Lena',
    notes: [['Jack', 'Well done. @Lena put Salcombe’s cellar door on the driver’s sheet.']],
  },
  oluseun_ade: {
    owner: 'Lena',
    notes: [
      [
        'Lena',
        'Numbers can move until five days before. @Sunniva may we show the board with “Mama Ronke”? They would love it.',
      ],
    ],
  },
  cornerpantry: {
    owner: 'Mo',
    priority: 'high',
    notes: [
      [
        'Mo',
        'Six of the wrong flavour on top of six missing. I bring both myself on Thursday. @Jack a discount as well?',
      ],
    ],
  },
  stefan_moritz_: {
    owner: 'Jack',
    priority: 'urgent',
    notes: [
      [
        'Priya',
        '@Jack I promised that you would write on Friday. He has been patient and funny and is now neither.',
      ],
    ],
  },
  walterpruett: {
    owner: 'Priya',
    notes: [
      ['Priya', 'He is asking about a party. @Mo @Lena you do not think that he and Mrs Okonjo …'],
      ['Mo', 'I have thought so since the eleventh spoon.'],
      ['Sunniva', 'Please nobody ever turn this into a campaign. @Jack'],
    ],
  },
  verity_holt_ea: { owner: null, priority: 'high' },
  mrs_pemberton: { owner: 'Mo', notes: [['Lena', 'The young man with the curls is you, @Mo.']] },
  harbourmaster7: { owner: null, priority: 'urgent' },
  zoepapadaki: {
    owner: 'Mo',
    status: 'on_hold',
    notes: [['Mo', 'On hold: deletion request, waits for @Ada (30 days, day 2).']],
  },
  annikavogel: {
    owner: 'Lena',
    wakesIn: 20,
    notes: [['Lena', 'The sauce kitchen answers tomorrow about five-litre cans.']],
  },
  thepierhotel: { owner: 'Lena', wakesIn: 72 },
  suitcase_lists: {
    owner: 'Lena',
    priority: 'high',
    notes: [
      [
        'Lena',
        'One sentence from the founder that is not about passion. @Sunniva, you have an hour.',
      ],
    ],
  },
  dominikhale_bcn: {
    owner: null,
    priority: 'urgent',
    notes: [['Sunniva', 'I am awake at 7:40 and mildly funny. @Jack shall I?']],
  },
  orbit_catering: {
    owner: 'Jack',
    wakesIn: 44,
    notes: [['Jack', 'Back when the kitchen has counted lids.']],
  },
  mimieatsloud: {
    owner: 'Lena',
    notes: [['Sunniva', '@Lena yes please, but on a Monday when it is quiet.']],
  },
  bexhollis: {
    status: 'spam',
    owner: null,
    notes: [['Jack', 'A threat. Blocked on both accounts, told the driver, reported.']],
  },
  brexgar: {
    status: 'on_hold',
    owner: 'Jack',
    priority: 'high',
    notes: [
      [
        'Jack',
        'On hold: refund is real (our double booking), tone is not. I answer this one myself.',
      ],
    ],
  },
  cryptoscoop99: { status: 'spam', owner: null },
  fastfollowers_: { status: 'spam', owner: null },
  pavel_dvorak: {
    owner: 'Mo',
    status: 'open',
    unsent: {
      by: 'Mo',
      text: 'One more thing, Pavel: the three days have become two with your bank, we have just heard. If it ever happens again, it should be over sooner.',
      state: 'failed',
      minutesAgo: 55,
      reason: 'RECIPIENT_CLOSED',
    },
  },
  grumpygelato: {
    owner: 'Priya',
    status: 'open',
    unsent: {
      by: 'Priya',
      text: 'We found two litres of the old harvest, Aldo. They have your name on them, should you ever walk past.',
      state: 'failed',
      minutesAgo: 1210,
      reason: 'RECIPIENT_CLOSED',
    },
  },
  yusufdemir_: {
    owner: 'Lena',
    status: 'open',
    unsent: {
      by: 'Lena',
      text: 'Glad that it works, Yusuf. The code is good for two orders, not only one, in case you want to share it.',
      state: 'needs_review',
      minutesAgo: 190,
      reason: 'OUTCOME_UNKNOWN',
      detail: 'The connection ended before an answer came.',
    },
  },
  tidegrocers: {
    owner: 'Jack',
    status: 'open',
    unsent: {
      by: 'Jack',
      text: 'All 31 of you (and the cheese) are booked for the freezer check on Thursday at ten. Link follows in the form.',
      state: 'needs_review',
      minutesAgo: 1570,
      reason: 'OUTCOME_UNKNOWN',
      detail: 'HTTP 503 after the text was sent.',
    },
  },
  rubytaylorx: {
    owner: 'Priya',
    status: 'open',
    unsent: {
      by: 'Priya',
      text: 'Good. And thank you for trying it out for us, there is a free scoop on your card now.',
      state: 'unknown',
      minutesAgo: 2,
      reason: 'OUTCOME_UNKNOWN',
      detail: 'No answer within ten seconds.',
    },
  },
};
