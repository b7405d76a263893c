/** Something that was said in public, so many minutes before the story's end. `answers` and `quotes` name another by its key. */
export type PublicScript = {
  key: string;
  /** A username; `saltedcaramel` and `caramelcare` are the brand's own. */
  by: string;
  minutesAgo: number;
  /** Counted back from when this person first wrote to the brand in private, and not from the end. */
  before?: string;
  text: string;
  answers?: string;
  quotes?: string;
  /** Shows a button that opens a private message to the account that says it. */
  invites?: true;
  /** Its author has taken it back since. */
  deleted?: true;
  /** The one at the brand who wrote it here. */
  author?: 'Priya' | 'Mo' | 'Lena' | 'Jack';
};

const DAY = 1_440;

export const publicScripts: readonly PublicScript[] = [
  {
    key: 'honey',
    by: 'saltedcaramel',
    minutesAgo: 3 * DAY,
    text: 'Burnt honey is back until Sunday. Two tubs a person: we asked the bees, and they said no more than that.',
  },
  {
    key: 'noon-run',
    by: 'ines_carvalho',
    minutesAgo: 31,
    before: 'ines_carvalho',
    text: '@saltedcaramel the noon van again. Second box of soup this month, and I can see your kitchen from mine.',
  },
  {
    key: 'noon-run-invited',
    by: 'saltedcaramel',
    minutesAgo: 12,
    before: 'ines_carvalho',
    answers: 'noon-run',
    text: 'That is twice too often, and we want to put it right today. Please send us your order number in a private message.',
    invites: true,
    author: 'Priya',
  },
  {
    key: 'lid',
    by: 'amaraeze',
    minutesAgo: 5 * 60,
    text: '@saltedcaramel the new lids open with one hand. Night shift approves.',
  },
  {
    key: 'lid-thanks',
    by: 'saltedcaramel',
    minutesAgo: 4 * 60 + 20,
    answers: 'lid',
    text: 'Tested by our own night shift, who have one free hand at best. Thank you, Amara.',
    author: 'Mo',
  },
  {
    key: 'bees',
    by: 'thandimokoena',
    minutesAgo: 196,
    answers: 'honey',
    text: '@saltedcaramel is Sunday the day it ends or the day after the end? Asking for a long weekend in Cardiff.',
  },
  {
    key: 'bees-silent',
    by: 'dmitriorlov_',
    minutesAgo: 171,
    answers: 'honey',
    text: 'Two tubs a person and the shop was out at eleven. Somebody counts persons differently.',
  },
  {
    key: 'tasting',
    by: 'spoonwithtom',
    minutesAgo: 128,
    quotes: 'honey',
    text: 'I have had this one warm from the churn. Go before I do. Friday’s tasting is burnt honey against everything else in the freezer.',
  },
  {
    key: 'regret',
    by: 'zoepapadaki',
    minutesAgo: 97,
    text: '@saltedcaramel I take it all back',
    deleted: true,
  },
  {
    key: 'app',
    by: 'siobhandaly',
    minutesAgo: 64,
    text: '@caramelcare the app has charged me three times for one box and now says I have no orders at all. This is the second evening. Is anybody there?',
  },
  {
    key: 'ramp',
    by: 'hollyfinch_',
    minutesAgo: 22,
    text: '@saltedcaramel the ramp at Quay Street is closed for works, so the smooth way is not smooth until Thursday. Worth saying on your page?',
  },
];
