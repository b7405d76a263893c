import type { OutsideData, OutsideKind } from '@/lib/domain/contact/outside-event';

export const sources = ['Web shop', 'Telephone', 'Website'] as const;
type Source = (typeof sources)[number];

/** Something that somebody did elsewhere, so many days ago. */
export type Elsewhere = {
  daysAgo: number;
  source: Source;
  kind: OutsideKind;
  title: string;
  body?: string;
  url?: string;
  data?: OutsideData;
};

const shop = (daysAgo: number, no: number, title: string, data: OutsideData): Elsewhere => ({
  ...{ daysAgo, source: 'Web shop', kind: 'order' },
  title: `Order ${no}, ${title}`,
  url: `https://shop.saltedcaramel.example/orders/${no}`,
  data,
});
const visit = (daysAgo: number, page: string, path: string): Elsewhere => ({
  ...{ daysAgo, source: 'Website', kind: 'web_visit' },
  title: page,
  url: `https://www.saltedcaramel.example${path}`,
});
const call = (daysAgo: number, title: string, minutes: number, body: string): Elsewhere => ({
  ...{ daysAgo, source: 'Telephone', kind: 'call', title, body },
  data: { minutes, picked_up: true },
});

/** What people in the demo did elsewhere, by username. */
export const elsewhere: Readonly<Record<string, readonly Elsewhere[]>> = {
  ines_carvalho: [
    shop(33, 20_114, 'six tubs', { total: '41.40 EUR', paid: true }),
    call(
      31.9,
      'Called about a melted box',
      6,
      'She heard the van idle for twenty minutes before it came.\nPromised: a new box, no questions.',
    ),
    shop(31, 20_131, 'six tubs, replacement', { total: '0.00 EUR', paid: true }),
    shop(1.2, 20_388, 'four tubs', { total: '27.60 EUR', paid: true, delivery: 'noon run' }),
    visit(0.06, 'Where is my order?', '/track'),
    visit(0.04, 'Refunds and replacements', '/help/refunds'),
  ],
  miriamokafor: [
    visit(3.1, 'Press kit', '/press'),
    visit(3.09, 'How we answer', '/about/messages'),
    call(2.2, 'Called the front desk', 3, 'Wants somebody who decides, before Thursday noon.'),
  ],
  consumerdesk_p: [
    call(6.1, 'Interview with Jack', 22, 'On the record. Figures of the last four weeks.'),
  ],
  spoonwithtom: [
    shop(40, 19_870, 'four tubs', { total: '27.60 EUR', paid: true }),
    shop(9, 20_290, 'four tubs, express', { total: '39.10 EUR', paid: true }),
    visit(8.7, 'Burnt honey', '/flavours/burnt-honey'),
  ],
  cornerpantry: [
    shop(60, 19_601, 'two cases', { total: '210.00 EUR', paid: true, account: 'trade' }),
    shop(30, 20_120, 'three cases', { total: '315.00 EUR', paid: true, account: 'trade' }),
    call(12, 'Called about invoices', 9, 'Wants one invoice a month instead of one a delivery.'),
    shop(2, 20_371, 'three cases', { total: '315.00 EUR', paid: false, account: 'trade' }),
  ],
  amaraeze: [
    shop(21, 20_188, 'one box of twelve', { total: '52.00 EUR', paid: true }),
    {
      daysAgo: 20.5,
      source: 'Website',
      kind: 'chat_transcript',
      title: 'Chat about the night delivery',
      body: 'Amara: can it come after ten at night?\nShop: to the ward, yes. Ask for the porter.\nAmara: he is expecting ice cream more than patients.',
    },
  ],
  haruka_amai: [visit(15, 'Visit the shop', '/shops/bristol')],
};
