import { scripts } from './script';

/** What guests with a story of their own have written to the brand account. */
export const guests = scripts(`
support account @kaspar_lind waiting
> I write in the sealed chat on principle. Order {order}: please confirm that the parcel carries no name on the outside.
> And that you do not keep my telephone number.

support flavour @grumpygelato
> You changed the vanilla.
< We changed nothing but the vanilla itself: the harvest is another one. Would you tell us what you miss?
> The old one. Since you cannot follow a recipe I shall not follow you either. Goodbye

brand melted refund @ines_carvalho waiting
> Hi, you asked me to message. Order {order}.
> It arrived melted again. Second time this month, and I can hear your van from my kitchen.
< Hello Inês, thank you for writing. Twice is twice too often, I am sorry. I am looking at the noon delivery run now.
> Thanks. Is it a refund or a new tub? Guests at six.

brand shop @haruka_amai
> はじめまして。塩キャラメルは日本でも買えますか?
< はるかさん、ご連絡ありがとうございます。現在、日本への発送は行っておりません。
> そうですか、残念です。来月ブリストルに行くので、お店に寄ります。
< ぜひお越しください。毎日10時から22時まで開いております。
> 予約は必要ですか?
< 予約は不要です。5名様以上の場合だけ、前日までにお知らせください。
> わかりました。楽しみにしています!

brand shop gift @nadiaellison
> Do you do candles in the shape of numbers, or should I bring my own?
< We have all ten digits, and a question mark for those who would rather not say.
> Perfect, a 5 please. I will pick it up with the cake.

brand delivery @joaquinmtz
> Buenas, ¿hacéis envíos a Valencia en agosto o se derrite por el camino?
< Hola Joaquín. En agosto enviamos con hielo seco y sólo de lunes a miércoles, para que no se quede un fin de semana en un almacén.
> ¿Y cuánto aguanta?
< Cuarenta y ocho horas. Si llega blando, te mandamos otro sin preguntar.
> Me habéis convencido. Pido seis tarrinas esta noche.
< Gracias. ¿Te apunto una de higo? Es nueva.
> Venga, una de higo también.

brand flavour @marekzielony
> Is the caramel made with butter from your own dairy?
< From two farms near Chew Magna, and we churn it ourselves on Tuesdays.
> On Tuesdays only! I like that. Thanks.

brand flavour @priyaramesh_k waiting
> Is {flavour} coming back? I have told everybody that it is and I need it to be true.

brand allergens @elodiemercier
> Bonjour, la glace au caramel contient-elle du lactose ?
< Bonjour Élodie. Oui, elle est faite avec de la crème. Nos sorbets et le chocolat noir n’en contiennent pas.
> Merci, ce sera chocolat noir alors.

brand shop @henkdevries_ waiting
> Good afternoon. Your opening hours say Monday closed, your door says open every day. I am standing in front of it. Which one is right?

brand allergens @salma_benali waiting
> السلام عليكم، هل منتجاتكم تحتوي على جيلاتين؟
< وعليكم السلام سلمى. لا نستعمل الجيلاتين في أي من نكهاتنا، والحلوى المرشوشة نباتية أيضاً.
> ممتاز، وهل توجد شهادة يمكن أن أطلع عليها؟

brand shop events @lferreira_
> Visiting in July with my band, seven of us, all hungry. Is there a table big enough?
< The bench by the window takes eight if two of you are drummers and stand.
> One drummer. He will stand.
< Then the bench is yours. Which evening?
> The 12th, after nine.
< Written down. Bring the drummer a coat, the window is open in July.

brand praise @thuha_nguyen
> Your pandan flavour tastes like my childhood. Whose idea was it?
< Linh’s, who churns on Thursdays. She is reading this over my shoulder and has gone red.
> Please tell her thank you from Hà Nội.
< She says: cảm ơn chị.

brand praise @marcusbell_
> The smell of toasted sugar at 7 in the morning should be illegal. Never stop.
< We start at 6 on Fridays, so you may want to open the window.

brand shop @hollyfinch_
> Is the shop good for a wheelchair? The map does not say.
< Yes: no step at the door, a low counter on the left, and a toilet that is really wide enough. The cobbles outside are the hard part, the smooth way is from Quay Street.
> That is the most useful answer anyone has given me this year.

brand flavour @stella_and waiting
> Yes please to the offers you mentioned, but only for licorice.
< Only licorice, written down. You can say stop at any time.
> And is there any licorice right now?

brand club @quietquinn "Quinn Abara"
> How often do you write to people who are in the club?
< Once a month, Quinn, on the first Friday, with the next flavours. And when you write to us, of course.
> STOP

brand club flavour @maya_lindgren "Maya Lindgren"
> Is the fig one back yet, or do I have to keep looking at your window like a cat?
< Not before October, Maya. May we write to you when it is, and now and then when something is cheaper?
> Yes please, do send me your offers.

brand flavour @declanryan_ "Declan Ryan"
> When does the blackcurrant leaf come back?
< In June, Declan, with the first cut. Shall we tell you, and send you an offer now and then?
> Tell me in June, gladly. No offers though, I have no self control.
`);
