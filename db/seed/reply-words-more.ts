import type { ToldReply } from './reply-words';

/** What is about health, about the shops, and for people who want more than ice cream. */
export const carefulReplies: readonly ToldReply[] = [
  {
    ...{ key: 'reaction', title: 'Somebody reacts to something', folder: 'Safety' },
    ...{ purpose: 'legal', risk: 'high', allowance: 'locked', label: 'allergens' },
    versions: [
      {
        ...{ state: 'published', by: 'Sunniva', daysAgo: 63, read: ['Jack', 'Lena'] },
        reviewDay: 9,
        body: '{{contact.first_name|Please}}, if anybody [[shows any sign of a reaction, call 999 first and write to us after.]] How is everybody now?',
      },
    ],
    sentAs: ['Grace, if she shows any sign of a reaction'],
  },
  {
    ...{ key: 'cones', title: 'Cones and nuts', folder: 'Safety' },
    ...{ purpose: 'answer', risk: 'high', allowance: 'locked', label: 'allergens' },
    versions: [
      {
        ...{ state: 'published', by: 'Lena', daysAgo: 38, read: ['Sunniva', 'Jack'] },
        body: '[[Same iron, cleaned in between, but we would not call that safe for an allergy.]] The plain cones come sealed from elsewhere and are.',
      },
      {
        ...{ state: 'in_review', by: 'Lena', daysAgo: 2, read: ['Jack'] },
        body: '[[The waffle cones are baked on the iron of the hazelnut ones. It is cleaned in between, but we would not call that safe for an allergy.]] The plain cones come sealed from elsewhere and are.',
        aside: ['Sunniva', 'sealed from elsewhere', 'Do we say from where? Somebody will ask.'],
      },
    ],
    sentAs: ['Same iron, cleaned in between'],
  },
  {
    ...{ key: 'batch-number', title: 'Where the batch number is', folder: 'Safety' },
    ...{ purpose: 'acknowledge', allowance: 'locked' },
    versions: [
      {
        ...{ state: 'published', by: 'Lena', daysAgo: 33, read: ['Sunniva'] },
        body: '[[The batch number is on the bottom of the tub, it begins with B.]] I ask the kitchen at once.',
      },
    ],
    sentAs: ['The batch number is on the bottom of the tub'],
  },
  {
    ...{ key: 'malted-milk', title: 'Malted milk, batch B 2207-14', folder: 'Safety' },
    ...{ purpose: 'legal', risk: 'high', allowance: 'exact', label: 'allergens' },
    versions: [
      {
        ...{ state: 'in_review', by: 'Sunniva', daysAgo: 0.6 },
        untilDay: 90,
        body: 'Malted milk with the batch number B 2207-14 may hold traces of almond, and our site did not say so. The label on the tub does. Please do not give it to anybody with an allergy to nuts. Bring or send back the tub, opened or not, and we refund it in full.',
      },
    ],
  },
  {
    ...{ key: 'gluten', title: 'Gluten', folder: 'Safety' },
    ...{ purpose: 'answer', allowance: 'locked', owner: 'Lena' },
    versions: [
      {
        ...{ state: 'published', by: 'Lena', daysAgo: 49, read: ['Jack'] },
        body: 'No, [[none of our ice creams has gluten; the cones do.]]',
      },
      {
        ...{ language: 'es', state: 'published', by: 'Lena', daysAgo: 42, read: ['Sunniva'] },
        ...{ says: 1 },
        body: 'No, [[ninguno de nuestros helados lleva gluten; los barquillos sí.]]',
      },
      {
        ...{
          language: 'de',
          state: 'approved',
          by: 'Lena',
          daysAgo: 3,
          read: ['Sunniva'],
          says: 1,
        },
        body: 'Nein, [[keine unserer Eissorten enthält Gluten; die Waffeln schon.]]',
      },
    ],
    sentAs: ['No, ninguno de nuestros helados lleva gluten'],
  },
  {
    ...{ key: 'hours', title: 'When the shops are open', folder: 'Shops' },
    ...{ purpose: 'answer', allowance: 'locked' },
    versions: [
      {
        ...{ state: 'published', by: 'Sunniva', daysAgo: 41, read: ['Jack'] },
        body: '[[All our shops are open from eleven to nine, on Sundays from noon.]] Which one do you have in mind?',
      },
      {
        ...{ state: 'approved', by: 'Sunniva', daysAgo: 4, read: ['Lena'] },
        ...{ fromDay: 9, untilDay: 44 },
        body: '[[Until New Year all our shops are open from ten to ten. On the 25th they are closed.]] Which one do you have in mind?',
      },
    ],
  },
  {
    ...{ key: 'sold-out', title: 'A flavour that is sold out', folder: 'Shops' },
    ...{ purpose: 'answer', allowance: 'free', owner: 'Lena' },
    versions: [
      {
        ...{ state: 'draft', by: 'Lena', daysAgo: 1.5 },
        body: 'It is sold out, and I am as sad as you are. The kitchen makes more on ',
      },
    ],
  },
  {
    ...{ key: 'wholesale', title: 'Wholesale: how it begins', folder: 'Partners' },
    ...{ purpose: 'handoff', allowance: 'locked', label: 'wholesale', team: 'press' },
    versions: [
      {
        ...{ state: 'published', by: 'Sunniva', daysAgo: 47, read: ['Jack'], reviewDay: 40 },
        body: 'We are honoured. [[One form, one freezer check, first delivery ten days later.]] Shall we send the form here?',
      },
    ],
    sentAs: ['We are honoured, and we respect the cheese.'],
  },
  {
    ...{ key: 'press', title: 'The press asks for somebody', folder: 'Partners' },
    ...{ purpose: 'handoff', allowance: 'free', label: 'press', team: 'press' },
    versions: [
      {
        ...{ state: 'published', by: 'Sunniva', daysAgo: 46, read: ['Lena'] },
        body: 'Good morning {{contact.first_name|and thank you for writing}}. Our head of service would be glad to talk. What is your deadline?',
      },
    ],
    sentAs: ['Good morning Miriam. Our head of service'],
  },
  {
    ...{ key: 'jobs', title: 'Working with us', folder: 'Partners' },
    ...{ purpose: 'answer', allowance: 'locked' },
    versions: [
      {
        ...{ state: 'changes_requested', by: 'Sunniva', daysAgo: 5, read: ['Jack'] },
        wants: 'We start at thirteen an hour since October. And please say where to send it.',
        body: '[[We pay twelve an hour and teach you everything.]] Send us four lines about yourself, no CV.',
      },
    ],
  },
];
