import { hashOf, pick, seeded } from './seeded';

type Tongue = 'en' | 'es' | 'de' | 'ja' | 'ar' | 'fr';
type Place = {
  language: Tongue;
  given: string[];
  family: string[];
  towns: string[];
  handle?: string[];
  count: number;
};

const words = (text: string) => text.split(', ');

const places: Place[] = [
  {
    language: 'en',
    given: words(
      'Esme, Callum, Nia, Theo, Maeve, Jonah, Orla, Femi, Anjali, Wes, Tess, Kofi, Leila, Hamish, Mina, Piotr, Chidi, Rosalind, Emre, Bronwyn, Dara, Ivo, Saskia, Lennox, Kezia, Arlo, Noor, Gareth, Wanjiru, Milo',
    ),
    family: words(
      'Ashdown, Pereira, Whitlock, Osei, Brennan, Sandhu, Kowalczyk, Rowntree, Achebe, Lindgren, Hartley, Mensah, Quill, Novak, Treharne, Bhatt, Castell, Moyo, Drummond, Yildiz, Fenwick, Oduya, Larkin, Prowse, Sethi, Tran, Ellery, Kamau, Winslow, Petrov',
    ),
    towns: words(
      'Bristol, Leeds, Glasgow, Cork, Norwich, Truro, Sheffield, Belfast, Hove, Durham, Stroud, Dundee',
    ),
    count: 50,
  },
  {
    language: 'es',
    given: words('Lucía, Mateo, Valeria, Iker, Renata, Gonzalo, Ximena, Andrés, Paula'),
    family: words('Herrera, Quiroga, Villalba, Prieto, Salcedo, Montero, Rivas, Olmedo, Cifuentes'),
    towns: words('Sevilla, Zaragoza, Rosario, Medellín, Puebla, Bilbao'),
    count: 9,
  },
  {
    language: 'de',
    given: words('Jonas, Lena, Matthis, Greta, Sören, Hannelore, Emil, Frieda'),
    family: words('Brandt, Köhler, Wiesner, Aumann, Lorenz, Petersen, Hübner, Steinbach'),
    towns: words('Hamburg, Leipzig, Wien, Basel, Freiburg, Münster'),
    count: 8,
  },
  {
    language: 'ja',
    given: words('美咲, 蓮, 結衣, 大輔, 葵'),
    family: words('中村, 小林, 渡辺, 森, 藤原'),
    handle: words('misaki_cafe, ren_walks, yui_photo, daisuke_w, aoi_fujiwara'),
    towns: words('東京, 大阪, 札幌, 福岡'),
    count: 5,
  },
  {
    language: 'ar',
    given: words('نور, عمر, هبة, كريم'),
    family: words('الحداد, منصور, السيد, الفاسي'),
    handle: words('nour_haddad, omar_mansour, heba_elsayed, karim_elfassi'),
    towns: words('القاهرة, عمّان, الدوحة, الرباط'),
    count: 4,
  },
];

const bios = words(
  'Here for the dogs, Teacher, Opinions mostly about biscuits, Runs slowly, Tea first, Reads on trains, Allotment holder, Amateur baker, Photographs doors, Cyclist, , , , ',
);

function plain(text: string) {
  return text
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
}

function passerBy(place: Place, index: number) {
  const given = `${place.given[index % place.given.length]}`;
  const family = `${place.family[(index * 7 + Math.floor(index / place.family.length)) % place.family.length]}`;
  const turn = index % 3;
  const shapes = [
    `${plain(given)}_${plain(family)}`,
    `${plain(given)}${plain(family)}${index + 3}`,
    `${plain(family)}${plain(given)}`,
  ];
  const username = (place.handle?.[index] ?? `${shapes[turn]}`).slice(0, 15);
  const random = seeded(hashOf(username));
  return {
    username,
    name: place.language === 'ja' ? `${family} ${given}` : `${given} ${family}`,
    location: pick(place.towns, random),
    sketch: {
      language: place.language,
      bio: place.language === 'en' ? pick(bios, random) : '',
      door: pick(['verified', 'verified', 'everyone', 'nobody', 'followers'] as const, random),
      verified: random() < 0.12,
      follows: random() < 0.45 ? (['brand'] as const) : [],
      followedBy: random() < 0.06 ? (['brand'] as const) : [],
    },
  };
}

/** People made from lists of names: always the same ones. */
export const passersBy = places.flatMap((place) =>
  Array.from({ length: place.count }, (_, index) => passerBy(place, index)),
);
