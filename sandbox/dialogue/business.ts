import { scripts } from './script';

/** Press, creators, makers, buyers and spam: what they wrote to the brand account. */
export const business = scripts(`
brand press allergens @laylakhoury waiting
> مرحباً، هل نكهة الفستق خالية من مكسرات أخرى؟ أكتب مقالاً عن محلات المثلجات في المدن الساحلية.
< أهلاً ليلى، شكراً لرسالتك. الفستق يُصنع على خط يمر عليه البندق أيضاً.
> شكراً على الصراحة. هل أستطيع زيارة المطبخ الأسبوع القادم والتقاط بعض الصور؟

brand press @miriamokafor waiting
> Miriam Okafor, The Harbour Courier. I am writing about small makers who answer customers in private messages. Who could I talk to about yours?
< Good morning Miriam. Our head of service would be glad to talk. What is your deadline?
> Thursday noon. Twenty minutes by phone is plenty.
> One more thing: may I quote your public reply of last week, the one about the heatwave?

brand creator @spoonwithtom
> Friday is burnt honey against salted caramel. Can you get me four tubs by Thursday?
< Four tubs, packed for a six hour journey, leave on Wednesday night. Same address as last time?
> Same one. The bell is broken, tell them to knock like they mean it.
< Noted on the label, in capital letters.
> Ha. Paid for, so I will say so in the video.
< That is how we like it. Be honest about the honey, we are not sure about it either.
> Deal.

brand spam @cryptoscoop99 waiting
> Dear brand, turn your customers into HOLDERS. Scoop Coin lists on Monday, 40x guaranteed. Reply YES for whitelist.

brand spam @fastfollowers_ waiting
> hi nice page!! we can give you 10k real followers today only 49, no password needed

brand flavour @sofia_rusconi
< Ciao Sofia, the hazelnuts you told us about arrived. You were right about them.
> I told you so. Did you roast them light, as I said?
< Eleven minutes at 140. The first tray went to twelve and nobody spoke for a while.
> Twelve is a crime. Save me a tub for when I come in May.
< One with your name on it is in the blast freezer.

brand idea @owenkirkby
> I drive a van up here and mine is older than I am. Where did you get yours fitted?
< A boatbuilder in Watchet did it, over a winter. Happy to put you in touch.
> Please do.
< Sent you both an introduction. He prefers the telephone and mornings.
> Proper thing to do, that. Cheers.

brand press @takumi_ito waiting
> 取材のお願いです。小さな工房の接客について連載をしています。オンラインで30分ほどお話を伺えませんか?

brand events @amaraeze
> Do you give anything off for nurses? Asking for a whole ward.
< A whole ward gets a whole box. How many are you on a night shift?
> Fourteen, and one doctor who does not deserve any.
< Fifteen cups, then, he might improve. Which night, and is there a freezer?
> Thursday. There is one, it says SAMPLES but it is ours.
< We will label ours very clearly.
> You have made fifteen people very happy. Fourteen and him.

brand wholesale delivery @cornerpantry waiting
> Delivery note says 24 tubs, freezer says 18. Order {order}.
< That is our count, not yours. Six more on Thursday, or on the invoice?
> Thursday, please, the weekend is warm.
< They are on the van.
> Van has been. Six tubs, but six of {other}. We ordered {flavour}.

brand idea @idrissdiallo_
> I make a hibiscus syrup in Dakar. May I send you a bottle?
< We would love one. Post it to the kitchen, for the attention of Linh.
> Posted today. It is strong, begin with a spoon.
`);
