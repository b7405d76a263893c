import { scripts } from './script';

/** What people ask at the counter: flavours, allergies, visits, praise, ideas. */
export const counter = scripts(`
brand allergens waiting
> Is {flavour} vegan?

brand allergens
> Is {flavour} gluten free? My brother is coeliac.
< It is, and we scoop gluten free flavours from their own counter with their own spoons.
> He says you may expect him on Sunday.

brand delivery waiting
> Do you ship to {town}? The site will not take my postcode.

brand shop
> What time do you close tonight?
< Ten, and the last scoop is at ten to.
> Running.

brand flavour
> Please settle an argument: is sorbet ice cream?
< No. But it is invited to the same parties.
> I have lost ten pounds. Thanks for nothing.

brand events waiting
> We are a school in {town}, 60 children, visiting on a Wednesday in June. Could we see how it is made?
< We would love that. Groups of fifteen, twenty minutes each. Any allergies?
> Two nuts, one egg, one who says he is allergic to walking. Would the 12th work?

brand flavour
> Bring back {other}. I am not asking.
< It returns with the plums, in September.
> I will accept September.

brand shop
> Dogs allowed inside?
< At the window, with a bowl of water and a small cup that has no sugar in it.
> He has read this and is by the door.

brand work waiting
> Could I work for you this summer? I am 17, I live in {town}, and I can carry a lot.

brand praise
> Your {flavour} got me through my exams.
< What did you sit, and how did it go?
> Chemistry. It went.
< Ice cream is chemistry. Come by, the celebratory one is ours.
> Really? Thank you!

brand flavour waiting
> hi, how many calories in a scoop of {flavour}
< About 210, if it is our scoop and not yours.
> and with the sauce?

brand flavour
> Which of your flavours have alcohol in them? Asking for a party with children.
< Rum and raisin, and the pear in spring. Nothing else.
> Perfect.

brand press waiting
> I run a podcast about small factories. 40 minutes, no video. Would someone of yours come on?

brand idea
> The new packaging is hard to open with arthritis.
< Thank you for telling us, we had not thought of that and should have. The lids of next month have a tab.
> I am very glad you listened.
< You were the third to say it and the first to explain it. A tub with the new lid is on its way to you, tell us if it works.
> It works. Even left handed.

brand allergens
> Do the cones contain egg?
< The plain ones do not, the waffle ones do.
> Plain it is, thanks {agent}.

brand flavour waiting
> Your tub says 500 ml and my scales say 430 g. Explain yourselves.

brand shop
> Is the shop in {town} still happening?
< Yes, a little later than hoped: the floor is not level and ice cream notices.
> Ha. When?
< Early autumn. You will smell it.

brand gift events waiting
> Can I book the tasting for two as a gift? She likes {flavour} and hates surprises.
< You can, on any Saturday. Shall we put her name on the list or yours?
> Hers. Saturday the 20th, the early one.
> Actually could you check whether the late one is free?

brand praise shop
> Somebody in your shop ({agent}?) found my daughter’s rabbit under a bench and kept it safe. Please thank them.
< We did, in front of everybody. The rabbit was very well behaved.

brand flavour
> Why is the pistachio not green?
< Because pistachios are not. The green ones have help.
> I have been lied to all my life.
< Come in, there is a whole tray of truth.

brand shop waiting
> Do you still do the half price hour on Tuesdays?
> the board outside says yes, the girl inside says no

brand idea
> Idea: burnt toast flavour.
< Tried in 2023. It tasted of toast.
> As a toaster owner I respect that.

brand flavour
> what is in "Tuesday" 
< Whatever was too good to throw away on Monday. Today: brown bread, a swirl of plum, three secrets.
> any of the secrets nuts
< None of the three. We would say so on the sign.
> in that case: see you at 5

brand shop
> Is the shop by the river the one with the yellow awning? Last time I walked into a bank.
< Yellow awning, yes. The bank is cream, which we feel is misleading.

brand praise
> My husband proposed to me over your {flavour} and I'd like you to know I said yes before I swallowed.
< We have read this aloud to the kitchen twice. Congratulations to you both. What is his name? There should be a tub with both names on it.
> Gethin 💛 and I'm Carys
< "Carys & Gethin, said yes with her mouth full" is ready whenever you pass.
> I am crying in the office. Thank you.

brand allergens waiting
> Daughter has just been diagnosed: milk, egg, soy. She's six. She asked if she's still allowed to come to you on Fridays. Is there anything?

brand flavour
> Sorbet or ice cream for a hangover, professionally speaking
< Lemon sorbet, then a nap, then salted caramel.
> doctor's orders

brand shop waiting
> do u have a loo for customers. asking in the queue. urgent ish

brand idea
> Hear me out: marmite ripple
< We heard you out. The head of the kitchen has left the room.
> is that a no
< She came back. Small batch, Thursday, two litres only, and you have to try it in front of her.
> I WILL BE THERE

brand flavour waiting
> The {flavour} changed. It's sweeter. I've eaten it every Saturday for six years, don't tell me it hasn't.

brand shop
> Are you open on the bank holiday
< Ten to ten, and the queue has a shady side.

brand work waiting
> Good morning, my name is Abena, I'm a qualified pastry chef, eleven years in hotels, moving to Bristol in spring. I saw no openings on your page but I'd rather ask a person than a page. CV: https://abena.example/cv

brand praise
> your ice cream is so good it made my toddler say his first full sentence which was "that is mine"
< A clear position. We respect it.

brand shop
> lost: one grey mitten, left hand, knitted by someone who loves me. Sunday around 3, the bench outside
< Found: one grey mitten, left hand, well knitted. It has been sitting by the till looking sorry for itself.
> OH thank god. coming tomorrow

brand flavour
> How many flavours have you actually got
< 24 on the counter, 9 resting, 212 in the book, and one we do not speak of.
> which one
< We do not speak of it.

brand allergens
> Gelatine in the marshmallow one?
< No, it is set with agar. Vegetarian, not vegan: there is cream in it.
> great that's dessert sorted for my vegetarian in laws
`);
