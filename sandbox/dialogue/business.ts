import type { Script } from './script';

/** Press, creators, makers, buyers, parties and spam: what they wrote to the brand account, by username. */
export const business: Record<string, Script> = {
  laylakhoury: {
    to: 'brand',
    waiting: true,
    lines: [
      '> مرحباً، هل نكهة الفستق خالية من مكسرات أخرى؟ أكتب مقالاً عن محلات المثلجات في المدن الساحلية.',
      '< أهلاً ليلى، شكراً لرسالتك. الفستق يُصنع على خط يمر عليه البندق أيضاً.',
      '> شكراً على الصراحة. هل أستطيع زيارة المطبخ الأسبوع القادم والتقاط بعض الصور؟',
    ],
  },
  miriamokafor: {
    to: 'brand',
    waiting: true,
    lines: [
      '> Miriam Okafor, The Harbour Courier. I am writing about small makers who answer customers in private messages. Who could I talk to about yours?',
      '< Good morning Miriam. Our head of service would be glad to talk. What is your deadline?',
      '> Thursday noon. Twenty minutes by phone is plenty.',
      '> One more thing: may I quote your public reply of last week, the one about the heatwave?',
    ],
  },
  spoonwithtom: {
    to: 'brand',
    lines: [
      '> Friday is burnt honey against salted caramel. Can you get me four tubs by Thursday?',
      '< Four tubs, packed for a six hour journey, leave on Wednesday night. Same address as last time?',
      '> Same one. The bell is broken, tell them to knock like they mean it.',
      '< Noted on the label, in capital letters.',
      '> Ha. Paid for, so I will say so in the video.',
      '< That is how we like it. Be honest about the honey, we are not sure about it either.',
      '> Deal.',
    ],
  },
  cryptoscoop99: {
    to: 'brand',
    waiting: true,
    lines: [
      '> Dear brand, turn your customers into HOLDERS. Scoop Coin lists on Monday, 40x guaranteed. Reply YES for whitelist.',
    ],
  },
  fastfollowers_: {
    to: 'brand',
    waiting: true,
    lines: [
      '> hi nice page!! we can give you 10k real followers today only 49, no password needed',
    ],
  },
  annikavogel: {
    to: 'brand',
    waiting: true,
    lines: [
      '> Guten Tag, ich backe für einen Hofladen bei Köln. Verkauft ihr die Karamellsauce auch im Fünfliterkanister?',
      '< Guten Tag Annika, bisher nur im Glas. Wie viel würdest du im Monat brauchen?',
      '> Etwa zwanzig Liter, zu Weihnachten das Doppelte. Haltbarkeit und Zutatenliste bräuchte ich auch.',
    ],
  },
  oluseun_ade: {
    to: 'brand',
    waiting: true,
    lines: [
      '> We are getting married on 14 April and want your van there. 120 guests, a field near Frome.',
      '< Congratulations to you both. The van is free that day. Is there power in the field, and how firm is the ground?',
      '> Power yes, from the barn, about 40 metres away. Ground is grass on clay.',
      '< Forty metres works with our cable. If it rains all week we bring the small cart instead, which needs no track.',
      '> Good. What does it cost?',
      '< 640 for three hours and two people, 2.80 a scoop after the first hundred. A deposit of 150 holds the date.',
      '> Fine for us. Could one flavour be plantain and rum? It would mean a great deal to my grandmother.',
      '< We have never made it, so yes. We would send you three trial tubs in February.',
      '> You have no idea how happy she is.',
      '< Tell her that we will want her verdict in writing.',
      '> She says she only gives verdicts in person.',
      '< Then there is a chair for her at the tasting.',
      '> Deposit is paid. Also: how late may I change the number of guests?',
    ],
  },
  sofia_rusconi: {
    to: 'brand',
    lines: [
      '< Ciao Sofia, the hazelnuts you told us about arrived. You were right about them.',
      '> I told you so. Did you roast them light, as I said?',
      '< Eleven minutes at 140. The first tray went to twelve and nobody spoke for a while.',
      '> Twelve is a crime. Save me a tub for when I come in May.',
      '< One with your name on it is in the blast freezer.',
    ],
  },
  owenkirkby: {
    to: 'brand',
    lines: [
      '> I drive a van up here and mine is older than I am. Where did you get yours fitted?',
      '< A boatbuilder in Watchet did it, over a winter. Happy to put you in touch.',
      '> Please do.',
      '< Sent you both an introduction. He prefers the telephone and mornings.',
      '> Proper thing to do, that. Cheers.',
    ],
  },
  takumi_ito: {
    to: 'brand',
    waiting: true,
    lines: [
      '> 取材のお願いです。小さな工房の接客について連載をしています。オンラインで30分ほどお話を伺えませんか?',
    ],
  },
  amaraeze: {
    to: 'brand',
    lines: [
      '> Do you give anything off for nurses? Asking for a whole ward.',
      '< A whole ward gets a whole box. How many are you on a night shift?',
      '> Fourteen, and one doctor who does not deserve any.',
      '< Fifteen cups, then, he might improve. Which night, and is there a freezer?',
      '> Thursday. There is one, it says SAMPLES but it is ours.',
      '< We will label ours very clearly.',
      '> You have made fifteen people very happy. Fourteen and him.',
    ],
  },
  bcroft_hotels: {
    to: 'brand',
    waiting: true,
    lines: [
      '> Benedict Croft, Croft House Hotels. We would like your ice cream on the dessert menu of three houses from May. Could you send wholesale terms?',
      '< Good morning Mr Croft. With pleasure. How many litres a week, roughly, and can your kitchens hold minus 20?',
      '> About sixty over the three, and yes. Vanilla, salted caramel and one that changes with the month.',
      '< That suits us well. Our wholesale lead will send terms by Wednesday.',
      '> Wednesday has passed. Are they still coming?',
    ],
  },
  cornerpantry: {
    to: 'brand',
    waiting: true,
    lines: [
      '> Delivery note says 24 tubs, freezer says 18. Order {order}.',
      '< That is our count, not yours. Six more on Thursday, or on the invoice?',
      '> Thursday, please, the weekend is warm.',
      '< They are on the van.',
      '> Van has been. Six tubs, but six of {other}. We ordered {flavour}.',
    ],
  },
  idrissdiallo_: {
    to: 'brand',
    lines: [
      '> I make a hibiscus syrup in Dakar. May I send you a bottle?',
      '< We would love one. Post it to the kitchen, for the attention of Linh.',
      '> Posted today. It is strong, begin with a spoon.',
    ],
  },
};
