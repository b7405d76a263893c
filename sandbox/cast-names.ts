import type { Language } from './dialogue/shelves';
import { shelves } from './dialogue/shelves';
import { hashOf, pick, seeded } from './seeded';

type Place = {
  language: Language;
  given: string[];
  family: string[];
  towns: string[];
  handle?: string[];
};

const words = (text: string) => text.split(', ');

const places: Place[] = [
  {
    language: 'en',
    given: words(
      'Esme, Callum, Nia, Theo, Maeve, Jonah, Orla, Femi, Anjali, Wes, Tess, Kofi, Leila, Hamish, Mina, Piotr, Chidi, Rosalind, Emre, Bronwyn, Dara, Ivo, Saskia, Lennox, Kezia, Arlo, Noor, Gareth, Wanjiru, Milo, Abena, Alasdair, Bettina, Caoimhe, Desmond, Edie, Farrukh, Gwen, Harriet, Imran, Jemima, Kwame, Lottie, Magnus, Nerys, Ottoline, Percy, Qasim, Rafe, Sunita, Tariq, Una, Verena, Winnie, Xanthe, Yusra, Zeb, Alban, Briony, Cormac, Delphine, Ewan, Fatima, Gideon, Hester, Isaac, Juno',
    ),
    family: words(
      'Ashdown, Pereira, Whitlock, Osei, Brennan, Sandhu, Kowalczyk, Rowntree, Achebe, Lindgren, Hartley, Mensah, Quill, Novak, Treharne, Bhatt, Castell, Moyo, Drummond, Yildiz, Fenwick, Oduya, Larkin, Prowse, Sethi, Tran, Ellery, Kamau, Winslow, Petrov, Abbott, Blackwood, Chaudhry, Dunmore, Eastman, Fairbairn, Gupta, Haldane, Ingram, Jessop, Khalil, Lockhart, Mbeki, Nightingale, Ogden, Penhale, Quinlan, Rashid, Stirling, Thorne, Upton, Vaughan, Wainwright, Yeo, Zielinski, Amadi, Birch, Cotter, Dacosta',
    ),
    towns: words(
      'Bristol, Leeds, Glasgow, Cork, Norwich, Truro, Sheffield, Belfast, Hove, Durham, Stroud, Dundee',
    ),
  },
  {
    language: 'es',
    given: words(
      'Lucía, Mateo, Valeria, Iker, Renata, Gonzalo, Ximena, Andrés, Paula, Nuria, Santiago, Itziar, Emilio, Aitana, Bruno, Carlota, Damián, Elvira, Facundo, Graciela',
    ),
    family: words('Herrera, Quiroga, Villalba, Prieto, Salcedo, Montero, Rivas, Olmedo, Cifuentes'),
    towns: words('Sevilla, Zaragoza, Rosario, Medellín, Puebla, Bilbao'),
  },
  {
    language: 'de',
    given: words(
      'Jonas, Lena, Matthis, Greta, Sören, Hannelore, Emil, Frieda, Wiebke, Anton, Birgit, Clemens, Dörte, Enno, Fenja, Gustav, Heike, Ingo, Jette',
    ),
    family: words('Brandt, Köhler, Wiesner, Aumann, Lorenz, Petersen, Hübner, Steinbach'),
    towns: words('Hamburg, Leipzig, Wien, Basel, Freiburg, Münster'),
  },
  {
    language: 'ja',
    given: words(
      '美咲, 蓮, 結衣, 大輔, 葵, 陽菜, 悠真, 千尋, 健一, 真由, 涼太, 琴音, 直樹, 彩香, 和也, 桜',
    ),
    family: words(
      '中村, 小林, 渡辺, 森, 藤原, 岡田, 石井, 前田, 長谷川, 村上, 近藤, 坂本, 遠藤, 青木, 西田, 福島',
    ),
    handle: words(
      'misaki_cafe, ren_walks, yui_photo, daisuke_w, aoi_fujiwara, hina_okada, yuma_ishii, chihiro_m, ken1_hasegawa, mayu_murakami, ryota_k, kotone_s, naoki_endo, ayaka_aoki, kazuya_nishi, sakura_fuku',
    ),
    towns: words('東京, 大阪, 札幌, 福岡'),
  },
  {
    language: 'ar',
    given: words('نور, عمر, هبة, كريم, سارة, يوسف, مريم, طارق, دانا, سامي, رنا, فهد, لمى, زياد'),
    family: words(
      'الحداد, منصور, السيد, الفاسي, العلي, حمدان, الشامي, بركات, النجار, صالح, عبود, القحطاني, الزين, مراد',
    ),
    handle: words(
      'nour_haddad, omar_mansour, heba_elsayed, karim_elfassi, sara_alali, yusuf_hamdan, maryam_shami, tariq_barakat, dana_najjar, sami_saleh, rana_abboud, fahad_q, lama_zein, ziad_murad',
    ),
    towns: words('القاهرة, عمّان, الدوحة, الرباط'),
  },
  {
    language: 'fr',
    given: words(
      'Clémence, Théo, Margaux, Baptiste, Océane, Rémi, Solène, Gaspard, Capucine, Yannick, Manon, Cédric, Anaïs, Loïc',
    ),
    family: words(
      'Lefèvre, Guérin, Marchand, Delorme, Roussel, Kerleo, Pichon, Vasseur, Thibault, Garnier, Chevalier, Bonnet, Leclerc, Auger',
    ),
    towns: words('Rennes, Lyon, Nantes, Lille, Genève, Bruxelles'),
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

/** One for each conversation that anybody may have had, made from lists of names: always the same ones. */
export const passersBy = places.flatMap((place) =>
  shelves[place.language].map((_, index) => passerBy(place, index)),
);
