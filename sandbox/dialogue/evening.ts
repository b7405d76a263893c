import { scripts } from './script';

/** What comes in late, short and from the sofa. */
export const evening = scripts(`
brand flavour
> u up
< The freezers are. What do you need?
> validation that ice cream is dinner
< It contains milk and resolve. It is dinner.

support delivery waiting
> Delivery tomorrow is between 8 and 20. That is not a window, that is a wall.

brand shop
> my gf works for you (the tall one). what's her favourite so i can pretend i knew
< We do not tell on colleagues. But nobody ever went wrong with fig.
> it was fig. i'm a hero. thank you

support refund waiting fresh
> Hi, second message about the broken spoon set, first was on Friday. Not urgent, I just don't want to be forgotten.

brand idea
> a scoop of {flavour} between two slices of toasted {other} loaf. you're welcome
< We made it at midnight. You should be arrested.

support app
> The "track my scoop" thing shows my parcel in the sea
< The satellite has a sense of humour near Avonmouth. It is in Bedminster and dry.
> phew

brand praise
> had the worst day, someone at your counter said "rough one?" and gave me a wafer. Just that. A wafer. I'm ok now
< We are glad you told us. There are more wafers.

brand allergens waiting
> quick q before i feed this to 14 six year olds: sesame, yes or no

support account
> you spelled my name "Unknown Customer" on the card
< That is how you signed up in 2019. Who are you really?
> ...Matt
< A pleasure, Matt. Corrected, and the next card is on us.

brand events waiting
> Hello, my ultra runs past you at about 3am on Sunday, 212 of us. Is there any way on earth that someone might hand out something cold

support delivery
> is the box recyclable
< All of it: card with card, wool in the garden or back to us.
> wool?? there's a SHEEP in here?
< The insulation is sheep. It was done with it.

brand shop waiting
> Wasp situation at the left-hand bin outside. It's not a small situation.

support club
> can the club box be addressed to my dog
< It can. Full name?
> Sir Barkalot Hughes
< Sir Barkalot's first box leaves on the 1st.

brand flavour
> does {flavour} pair with gin
< Everything pairs with gin, some of it once.

support refund
> The shop in {town} gave me 20p too much change in June. It's been bothering me.
< You are released. Keep it, and thank you for a lovely message.
> I've put it in the lifeboat tin.

brand praise waiting
> Can I give you a review somewhere that isn't an app? I've drawn it. It's on the back of an envelope.

support gift
> please make sure the box for my dad has NO return name on it, he sends things back
< No name, no note, no mercy.
> he rang the whole family asking who did it. he ate it all. perfect

brand shop
> heard there's a secret menu
< There is not.
> ok
< Ask for "the drawer".

support delivery waiting
> Box is here. It's ticking. I assume it's the thermometer sticker but I have put it in the garden, and I'd like to come in from the garden too

brand flavour waiting fresh
> is it too late to reserve the last {flavour} in {town}, i can be there in 12 minutes, 9 if the lights are kind

brand idea
> have you considered opening in space
< The cones would be a hazard.
> but the sprinkles
< ...we will think about the sprinkles.

support app waiting
> I ordered 1 tub, the app ordered 1 tub of everything. I have had a mail that says "Wow, £163". Wow indeed.

brand work waiting
> My son (16, dyslexic, brilliant with machines) needs two weeks of work experience in July. School sent forms. I'm sending him.

support account waiting
> How do I add my flatmate to the account without him seeing how much I order

brand gift
> what do you get the man who has everything
< What does he not have?
> any left
< Then a tub, and a lock.

support melted waiting fresh
> It is soup. It is very good soup. But it is soup. {order}

brand praise
> i'd like to report a crime. your {flavour}. straight through the heart
< We will come quietly.

support delivery
> Thank you for redelivering, thank you for the note, thank your driver for not mentioning my dressing gown
< He says: "what dressing gown?"
> A gentleman.
`);
