import type { Script } from './script';

/** The same counter in other languages. */
export const abroad: Record<'es' | 'de' | 'ja' | 'ar' | 'fr', readonly Script[]> = {
  es: [
    { to: 'brand', waiting: true, lines: ['> Hola, ¿tenéis algo sin azúcar para mi padre?'] },
    {
      to: 'support',
      lines: [
        '> Mi pedido {order} llegó con una tarrina rota.',
        '< Vaya, lo siento mucho. ¿Te enviamos otra o te devolvemos el dinero?',
        '> Otra, por favor.',
        '< Sale mañana por la mañana.',
        '> Gracias, qué rapidez.',
      ],
    },
    {
      to: 'brand',
      lines: [
        '> ¿El de caramelo lleva gluten?',
        '< No, ninguno de nuestros helados lleva gluten; los barquillos sí.',
        '> Genial, gracias.',
      ],
    },
    {
      to: 'support',
      waiting: true,
      lines: [
        '> El seguimiento del pedido {order} no funciona',
        '< Acabo de mirarlo: está en reparto, llega hoy.',
        '> Son las nueve y no ha venido nadie.',
      ],
    },
    {
      to: 'brand',
      lines: [
        '> ¿Puedo ir con la bici hasta la tienda?',
        '< Sí, hay un aparcamiento justo delante y te llenamos la botella de agua.',
      ],
    },
  ],
  de: [
    { to: 'brand', waiting: true, lines: ['> Liefert ihr auch in die Schweiz?'] },
    {
      to: 'support',
      lines: [
        '> Bestellung {order}: das Trockeneis war weg, alles flüssig.',
        '< Das tut uns leid. Wir schicken morgen ein neues Paket, kostenlos.',
        '> Danke, das ist nett. Bitte nicht vor 16 Uhr.',
        '< Vermerkt: ab 16 Uhr.',
        '> Ist angekommen, alles gefroren.',
      ],
    },
    {
      to: 'brand',
      lines: ['> Ist in {flavour} Ei?', '< Nein, wir binden mit Stärke.', '> Danke!'],
    },
    {
      to: 'support',
      waiting: true,
      lines: ['> Ich habe zweimal bezahlt, siehe Auszug. Wer kümmert sich darum?'],
    },
  ],
  ja: [
    {
      to: 'brand',
      waiting: true,
      lines: ['> アレルギーの息子がいます。卵を使っていない味はありますか?'],
    },
    {
      to: 'support',
      lines: [
        '> 注文{order}のキャンセルはできますか?',
        '< はい、発送前ですので可能です。本日中に返金いたします。',
        '> ありがとうございます。助かりました。',
      ],
    },
    {
      to: 'brand',
      lines: [
        '> お店の写真をブログに使ってもいいですか?',
        '< もちろんです。掲載されたら、ぜひリンクをお送りください。',
        '> はい、来週公開します。',
      ],
    },
  ],
  ar: [
    { to: 'brand', waiting: true, lines: ['> هل تشحنون إلى {town}؟'] },
    {
      to: 'support',
      lines: [
        '> وصل الطلب {order} ذائباً تماماً.',
        '< نعتذر جداً. سنرسل طلباً جديداً غداً دون أي تكلفة.',
        '> شكراً على السرعة.',
      ],
    },
    {
      to: 'brand',
      lines: [
        '> ما هي أفضل نكهة لمن لا يحب السكر الكثير؟',
        '< الشوكولاتة الداكنة أو اللبن مع الليمون.',
        '> سأجرب الاثنتين.',
      ],
    },
  ],
  fr: [{ to: 'brand', waiting: true, lines: ['> Livrez-vous en France ?'] }],
};
