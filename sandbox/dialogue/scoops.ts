import { scripts } from './script';

/** More from the counter. */
export const scoops = scripts(`
brand shop waiting
> hiya is the {town} pop up cash only

brand flavour
> ranking request. {flavour} vs {other}. no diplomacy
< {flavour} on a Tuesday, {other} when it rains.
> that's diplomacy!!!
< Fine. {flavour}. Do not show this to the kitchen.

brand praise fresh
> I'm a lorry driver and I plan my route past you. Nothing else to say.
< Then say it again whenever you like. There is parking for something long behind the cheese shop until nine.
> Now you tell me. Six years I've been walking from the ring road

brand allergens
> Is the waffle cone made on the same machine as the hazelnut ones?
< Same iron, cleaned in between, but we would not call that safe for an allergy. The plain cones come sealed from elsewhere and are.
> thank you for being straight with me. last place said "should be fine"

brand idea
> You should do a beer float
< With whose beer?
> mine. I have a brewery. well, a shed
< We like sheds. Bring four bottles on a Wednesday afternoon.
> stout or red
< Yes.

brand shop waiting
> Your website says the late opening is Thursday, the poster says Friday, and I've promised my entire choir (31 altos, no tenors to speak of). Which?

brand flavour waiting
> I'm 9 and this is my mums account. how do you get the holes in the honeycomb. its for school

brand praise
> Took my dad out for the first time since the hospital. He hasn't said much for weeks. He had two spoons of {flavour}, looked at me and said "well, that's something". Thank you from both of us.
< We do not have words that are good enough, so just this: the next ones are ours, whenever he feels like it, and there is always a chair by the window.
> That means more than you know.

brand shop
> can i bring my own bowl? zero waste
< Please do. We take 30p off, and admire it.
> it's a mixing bowl fyi
< 30p.

brand flavour
> Is {flavour} a scoop or a tub flavour? I can only find the tub
< Both, but the counter one hides behind the sorbets on the left because it melts when looked at.

brand events waiting
> Scout group, 24 cubs, badge called "local maker". Any chance of a kitchen visit on a Thursday evening? They are well behaved until sugar.

brand allergens waiting
> What is E410 on the {flavour} label, my mother reads labels

brand shop
> is it normal that the queue goes round the corner and into the church
< On Saturdays, yes. The vicar sells tea to it.
> I've had two teas. it's a good system actually

brand flavour
> pls tell me the pumpkin one isn't just cinnamon
< It is roast pumpkin, brown butter and a pinch of mace. There is no cinnamon in the building.
> finally. FINALLY

brand idea waiting
> Sugar free doesn't have to taste of mouthwash. I'm a food chemist and type 1 diabetic. I'd like to send you two recipes, no strings attached, because I miss you.

brand praise
> 10/10 would drop on shirt again
< Cold water and washing-up liquid, quickly. And thank you.

brand shop fresh
> Hello from the coach park. 52 pensioners, one hour. Can you cope?
< With a warning of twenty minutes we can open the second counter. Shall we?
> Please. I'll tell them that you've put the kettle on for them. Have you?
< It is on.
> You are wonderful. 49 now, three have found the pub.

brand flavour waiting
> what happened to the gooseberry. WHAT happened to the gooseberry

brand gift
> Can you write "sorry" on a tub
< How big a sorry?
> forgot anniversary
< Then it is a litre, two spoons and a candle. Come before six.
> you are marriage counsellors

brand shop
> Do you take contactless? Or phones?
< Everything but cheques and seashells.

brand allergens
> Coeliac, hungry, outside. Yes or no?
< Yes: all but the biscuit, the brown bread and the cones. Ask for the blue scoop.
> 💙 in the queue

brand flavour
> Why is vanilla more expensive than chocolate?? it's VANILLA
< A vine in Madagascar, a person with a toothpick on one morning of the year for each flower, and nine months of waiting. Chocolate is a doddle.
> well now i feel bad for my tone
< Your tone was fine. Have a look at the specks.

brand events
> Could you do ice cream for a funeral? My mum asked for it. She was very clear about it.
< Yes. She sounds like somebody we would have liked. When, where and for how many?
> Friday the 20th, St Brannoc's hall, about 70. She wanted "the pink one and no sad faces".
< Rhubarb, then. We will be there at one, we will set up at the back, and we will keep our faces in order. Nothing to pay until you feel like looking at an invoice.
> Thank you. Thank you so much.
> She'd have made you come in and eat.

brand shop waiting
> Quick one: pushchair friendly? triple buggy. yes triple

brand flavour
> Settle it: cone or tub
< Cone for walking, tub for talking.
> ok that goes on a mug

brand praise
> just wanted to say the new girl on saturdays is brilliant, my autistic son ordered for himself for the first time bc she waited for him and didn't look at me once
< Her name is Wren, it is her third week, and she has read your message four times. We will print it for the wall, without your name. May we?
> of course. tell Wren he wants to know if she'll be there this saturday
< She swapped her day off.

brand work
> are u hiring
< From March, weekends first. How old are you and what are you like before ten in the morning?
> 19. decent
< Decent will do. Send us four lines about yourself, no CV.
> sent 👍

brand flavour waiting
> Hi! I'm writing a quiz for our pub. True or false: you once made a flavour by mistake and it's now your best seller. My friend swears it's true, there's a tenner on it

brand shop
> is parking free
< After six and on Sundays. Before that, the library, first hour.

brand idea
> Feedback: your spoons are too short for the tall tubs. Knuckles.
< You are right, and you are the eleventh. Longer ones are coming, from beech, after Easter.
> The eleventh! we should start a club
< With badges. "Sticky knuckles".

brand allergens waiting
> Hello, I am a dietitian at the children's hospital. Do you have a full allergen matrix as a document, with batch dates? Screenshots of the site do not pass our kitchen's audit.

brand praise
> Broke my ankle outside your shop (own fault, heel, cobbles). Your people gave me a chair, ice (!) and sat with me for 40 min. Surgeon says the ice made a difference. Which ice was it?
< That was two tubs of lemon sorbet in a tea towel. How is the ankle?
> Titanium. I'm coming to thank the sorbet in person.
< It will be waiting. Bring the crutches, we have a chair.

brand shop
> What's the wifi called
< There is none. There is a bench, a river and a heron called Malcolm.
> Saw Malcolm. Worth it.

brand flavour fresh
> can i have the recipe for {flavour}
< Milk, cream, sugar, patience, and one thing that we promised not to tell.
> is it salt
< It is usually salt.

brand shop waiting
> my card got charged twice at the counter just now, the till girl said write here. 8.40 and 8.40, 15:12, card ends 0931

brand flavour
> do you remember a flavour from about 1998, green, tasted of pear drops, my gran got it for me from your van in Weston
< Before our time in the kitchen, but the van's book says: "Pear & Elder, summers of 97 to 99". It is still there, in pencil.
> oh my word. so I didn't dream it
< We could make five litres, if you would come and say whether it is right.
> I'm 34 and I'm shaking a bit. yes please

brand gift waiting
> I won the tombola at the school fair: "ice cream for a year". There's a card with your stamp. Is this a real thing and how does one eat it all
`);
