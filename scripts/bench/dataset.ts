// A deterministic helpdesk data set of our own: the same seed gives the same rows, wherever it is loaded.

const DATASET_NOW_S = 1_795_305_600; // 2026-11-22T00:00:00Z
const AGENTS = 20;
const COMMON =
  'order delivery refund invoice account password shipping size color return exchange payment card discount coupon tracking package late broken missing wrong item store gift subscription cancel upgrade plan price quote stock'.split(
    ' ',
  );
const SYLLABLES =
  'ba be bi bo bu da de di do du fa fe fi fo ga ge gi go ka ke ki ko la le li lo lu ma me mi mo mu na ne ni no pa pe pi po ra re ri ro ru sa se si so su ta te ti to tu va ve vi vo za ze'.split(
    ' ',
  );
const JAPANESE = [
  '注文した商品がまだ届きません。追跡番号を教えてください。',
  'アイスが溶けていました。返金をお願いできますか。',
  '塩キャラメルはいつ再入荷しますか。',
  '昨日届いた荷物の箱が潰れていて、中身が漏れていました。',
  '定期便を来月から止めたいのですが、どこで手続きできますか。',
  'ギフト用の包装は選べますか。のし紙も付けてほしいです。',
  '東京の店舗は日曜日も営業していますか。',
  'クーポンコードが使えません。期限は今月末のはずです。',
  'アレルギーがあるので、原材料を詳しく教えてください。',
  '送り先の住所を間違えました。発送前なら変更できますか。',
  '注文番号は４２０７です。確認をお願いします。',
  '抹茶味がとても美味しかったので、また買いたいです。',
  '領収書を会社名で発行していただけますか。',
];

type DatasetMessage = {
  who: 'customer' | 'agent' | 'note';
  agent: number;
  at: number;
  text: string;
};
export type DatasetConversation = {
  inbox: number;
  customer: number;
  status: 'open' | 'waiting' | 'resolved';
  /** 0 when nobody holds it. */
  agent: number;
  messages: DatasetMessage[];
};

/** `count` conversations with a mean of 6.2 messages; every 250th has 30, the last one 5,000. */
export function* generate(count: number, seed = 7): Generator<DatasetConversation> {
  const random = mulberry(seed);
  const words = vocabulary(random);
  const customers = Math.round(count * 0.6);
  for (let index = 1; index <= count; index++) {
    const inbox = pickInbox(random());
    const customer = 1 + Math.floor(random() ** 1.5 * customers);
    const fate = random();
    const status = statusOf(fate);
    const agent = fate < 0.04 ? 0 : 1 + Math.floor(random() * AGENTS);
    const length = index === count ? 5_000 : lengthOf(index, random());
    const ageS = status === 'resolved' ? random() * 365 * 86_400 : random() ** 2 * 30 * 86_400;
    const startS = Math.floor(DATASET_NOW_S - ageS - length * 1_800 * random());
    const messages = thread({
      random,
      words,
      startS,
      length,
      agent,
      status,
      japanese: index % 50 === 0,
    });
    yield { inbox, customer, status, agent, messages };
  }
}

type ThreadPlan = {
  random: () => number;
  words: string[];
  startS: number;
  length: number;
  agent: number;
  status: DatasetConversation['status'];
  japanese: boolean;
};

function thread(plan: ThreadPlan): DatasetMessage[] {
  const { random, words, startS, length, agent, status, japanese } = plan;
  const messages: DatasetMessage[] = [];
  let at = startS;
  for (let index = 0; index < length; index++) {
    const who = speaker(random, index === 0 || (status === 'open' && index === length - 1));
    const text =
      japanese && who === 'customer' ? pick(JAPANESE, random()) : sentence(random, words);
    messages.push({ who, agent: agent || 1 + Math.floor(random() * AGENTS), at, text });
    at = Math.min(at + 30 + Math.floor(random() * 3_600), DATASET_NOW_S);
  }
  return messages;
}

function speaker(random: () => number, customerSpeaks: boolean): DatasetMessage['who'] {
  if (customerSpeaks || random() < 0.5) return 'customer';
  return random() < 0.12 ? 'note' : 'agent';
}

function lengthOf(index: number, chance: number): number {
  if (index % 250 === 0) return 30;
  return Math.min(60, 1 + Math.floor(-Math.log(1 - chance) * 5.6));
}

function statusOf(fate: number): DatasetConversation['status'] {
  if (fate < 0.12) return 'open';
  return fate < 0.17 ? 'waiting' : 'resolved';
}

function pickInbox(chance: number): number {
  if (chance < 0.6) return 0;
  return chance < 0.9 ? 1 : 2;
}

function sentence(random: () => number, words: string[]): string {
  const length = 4 + Math.floor(random() ** 2 * 60);
  const text = Array.from({ length }, () => pick(words, random() ** 3)).join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function pick<T>(from: readonly T[], chance: number): T {
  const found = from[Math.min(from.length - 1, Math.floor(chance * from.length))];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}

function vocabulary(random: () => number): string[] {
  const words = new Set(COMMON);
  while (words.size < 2_000) {
    words.add(
      Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(SYLLABLES, random())).join(
        '',
      ),
    );
  }
  return [...words];
}

/** Mulberry32: small, fast, the same everywhere. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
