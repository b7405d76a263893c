import { passersBy } from './cast-names';
import type { Language } from './dialogue/shelves';
import { named } from './dialogue/shelves';
import { hashOf } from './seeded';
import { snowflake } from './snowflake';

export type Door = 'everyone' | 'verified' | 'followers' | 'nobody';
type AccountKey = 'brand' | 'support';

/** An account of the network: a person, or a brand account that a business owns. */
export type CastMember = {
  id: string;
  username: string;
  name: string;
  bio: string;
  location: string;
  language: Language;
  door: Door;
  verified: boolean;
  followers: number;
  joinedAt: Date;
  /** Brand accounts that this person follows, blocks, is followed by, is blocked by. */
  follows: readonly AccountKey[];
  followedBy: readonly AccountKey[];
  blocks: readonly AccountKey[];
  blockedBy: readonly AccountKey[];
  /** Writes only in end-to-end encrypted chats, which no app can read. */
  encrypted: boolean;
};

export type CastAccount = CastMember & { key: AccountKey };

type Sketch = Partial<Omit<CastMember, 'id' | 'username' | 'name' | 'location' | 'joinedAt'>>;

const JOINED_FROM = Date.UTC(2011, 2, 1);
const JOINED_SPAN_MS = 13 * 365 * 86_400_000;

/** Completes a sketch. Everything that is not said follows from the username, so it never changes. */
function member(username: string, name: string, location: string, sketch: Sketch = {}): CastMember {
  const hash = hashOf(username);
  const joinedMs = JOINED_FROM + Math.floor((hash / 2 ** 32) * JOINED_SPAN_MS);
  return {
    id: snowflake(joinedMs, hash % 2 ** 22),
    username,
    name,
    location,
    joinedAt: new Date(joinedMs),
    bio: '',
    language: 'en',
    door: 'verified',
    verified: false,
    followers: 12 + (hash % 890),
    follows: [],
    followedBy: [],
    blocks: [],
    blockedBy: [],
    encrypted: false,
    ...sketch,
  };
}

const bothAccounts = ['brand', 'support'] as const;

export const accounts: readonly CastAccount[] = [
  {
    ...member('saltedcaramel', 'Salted Caramel Creamery', 'Bristol, UK', {
      bio: 'Ice cream made slowly, eaten quickly. Our door is open: message us. Help with an order: @caramelcare',
      door: 'everyone',
      followers: 48_210,
    }),
    key: 'brand',
  },
  {
    ...member('caramelcare', 'Caramel Care', 'Bristol, UK', {
      bio: 'The people who mend things at @saltedcaramel. Every day, 8 to 20 London time.',
      door: 'verified',
      followers: 6_940,
      verified: true,
    }),
    key: 'support',
  },
];

/** The people with a story of their own, and something to be known for. */
const leads: readonly CastMember[] = [
  member('ines_carvalho', 'Inês Carvalho', 'Bristol', {
    bio: 'Architect. Sea, tiles, dessert.',
    follows: ['brand'],
  }),
  member('haruka_amai', '佐藤 はるか', '京都', {
    bio: '甘いものの記録。',
    language: 'ja',
    follows: bothAccounts,
    door: 'everyone',
  }),
  member('laylakhoury', 'ليلى خوري', 'بيروت', {
    bio: 'أكتب عن الطعام والمدن',
    language: 'ar',
    follows: ['brand'],
  }),
  member('miriamokafor', 'Miriam Okafor', 'London', {
    bio: 'Reporter, food and retail, The Harbour Courier. Tips welcome, my messages are open.',
    verified: true,
    door: 'everyone',
    followers: 31_400,
  }),
  member('spoonwithtom', 'Tom Vasey', 'Manchester', {
    bio: 'One spoon, every flavour. New tasting on Fridays.',
    verified: true,
    door: 'everyone',
    followers: 212_800,
    follows: ['brand'],
    followedBy: ['brand'],
  }),
  member('kaspar_lind', 'Kaspar Lindqvist', 'Malmö', {
    bio: 'Privacy by habit.',
    encrypted: true,
    follows: ['brand'],
  }),
  member('bexhollis', 'Bex Hollis', 'Swindon', { blockedBy: bothAccounts, followers: 41 }),
  member('grumpygelato', 'Aldo Ferri', 'Leeds', {
    bio: 'I liked the old recipe.',
    blocks: bothAccounts,
    door: 'nobody',
  }),
  member('cryptoscoop99', 'Scoop Coin', 'Everywhere', {
    bio: 'Frozen assets, hot returns',
    followers: 3,
  }),
  member('fastfollowers_', 'Grow Fast', '', {
    bio: '10k followers in a day',
    followers: 9,
    door: 'everyone',
  }),
  member('nadiaellison', 'Nadia Ellison', 'Bath', {
    bio: 'Mother of three, referee of two.',
    follows: ['brand'],
  }),
  member('joaquinmtz', 'Joaquín Martínez', 'Valencia', {
    language: 'es',
    follows: ['brand'],
    door: 'everyone',
  }),
  member('annikavogel', 'Annika Vogel', 'Köln', {
    language: 'de',
    bio: 'Konditorin im zweiten Leben.',
  }),
  member('pavel_dvorak', 'Pavel Dvořák', 'Brno', { door: 'nobody' }),
  member('thandimokoena', 'Thandi Mokoena', 'Cardiff', { follows: bothAccounts }),
  member('oluseun_ade', 'Oluseun Adeyemi', 'London', {
    bio: 'Getting married in spring.',
    follows: ['brand'],
  }),
  member('gracelimkj', 'Grace Lim', 'Singapore and Bristol', {
    bio: 'Allergic to nuts, not to fun.',
    door: 'everyone',
  }),
  member('marekzielony', 'Marek Zielony', 'Gdańsk', {}),
  member('sofia_rusconi', 'Sofia Rusconi', 'Bologna', {
    follows: ['brand'],
    followedBy: ['brand'],
  }),
  member('yusufdemir_', 'Yusuf Demir', 'Izmir', { door: 'followers' }),
  member('rhysmorgan81', 'Rhys Morgan', 'Swansea', { follows: ['support'] }),
  member('priyaramesh_k', 'Priya Ramesh', 'Reading', { follows: ['brand'] }),
  member('elodiemercier', 'Élodie Mercier', 'Lyon', { language: 'fr', door: 'everyone' }),
  member('henkdevries_', 'Henk de Vries', 'Utrecht', {}),
  member('camilaibarra', 'Camila Ibarra', 'Bogotá', { language: 'es', follows: ['brand'] }),
  member('owenkirkby', 'Owen Kirkby', 'Whitby', { bio: 'Cold hands, warm van.' }),
  member('salma_benali', 'سلمى بن علي', 'الدار البيضاء', {
    language: 'ar',
    follows: ['brand'],
    door: 'everyone',
  }),
  member('takumi_ito', '伊藤 拓海', '横浜', { language: 'ja', verified: true, followers: 5_120 }),
  member('lferreira_', 'Lucas Ferreira', 'São Paulo', { follows: ['brand'] }),
  member('siobhandaly', 'Siobhán Daly', 'Galway', { follows: bothAccounts }),
  member('dmitriorlov_', 'Dmitri Orlov', 'Riga', { door: 'nobody' }),
  member('amaraeze', 'Amara Eze', 'Birmingham', {
    bio: 'Student nurse. Night shifts, day desserts.',
    follows: ['brand'],
  }),
  member('bcroft_hotels', 'Benedict Croft', 'Torquay', {
    bio: 'Food and drink, Croft House Hotels.',
    verified: true,
    followers: 1_870,
  }),
  member('cornerpantry', 'The Corner Pantry', 'Totnes', {
    bio: 'A small shop with a large freezer.',
    verified: true,
    follows: ['brand'],
    followedBy: ['brand'],
  }),
  member('jodiefairw', 'Jodie Fairweather', 'Plymouth', {}),
  member('thuha_nguyen', 'Nguyễn Thu Hà', 'Hà Nội', { follows: ['brand'] }),
  member('marcusbell_', 'Marcus Bell', 'Bristol', {
    bio: 'Ten minutes from the kitchen and still late.',
    follows: bothAccounts,
  }),
  member('zoepapadaki', 'Zoe Papadaki', 'Athens', {}),
  member('hollyfinch_', 'Holly Finch', 'Exeter', { follows: ['brand'], door: 'everyone' }),
  member('idrissdiallo_', 'Idriss Diallo', 'Dakar', { door: 'followers', followedBy: ['brand'] }),
  member('rubytaylorx', 'Ruby Taylor', 'Newport', {}),
  member('stella_and', 'Stella Andersen', 'Aarhus', { follows: ['brand'] }),
];

/** Those whose story says all there is to know. */
const guests = named.flatMap(({ username, name, topics }) => {
  if (username === null || name === null) return [];
  const isPublic = topics.some((topic) => topic === 'press' || topic === 'creator');
  const verified = isPublic || topics.includes('wholesale');
  const followers = isPublic ? 4_000 + (hashOf(username) % 90_000) : undefined;
  const door = isPublic ? 'everyone' : 'verified';
  return [member(username, name, '', { verified, door, ...(followers && { followers }) })];
});

export const people: readonly CastMember[] = [
  ...leads,
  ...guests,
  ...passersBy.map(({ username, name, location, sketch }) =>
    member(username, name, location, sketch),
  ),
];
