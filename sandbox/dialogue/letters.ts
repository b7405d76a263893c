import { scripts } from './script';

/** Press, creators, buyers and neighbours, each with a name of their own. */
export const letters = scripts(`
brand press waiting @dominikhale_bcn "Dominik Hale"
> Hi, producer at Breakfast Coast Radio. We have a slot tomorrow 7:40, four minutes, "can you freeze salt". Anyone of yours awake and funny at that hour?

brand press @fensterblick_mg "Fensterblick Magazin"
> Guten Tag, dürfen wir das Foto der gelben Markise in unserer Juniausgabe drucken? Nennung wie gewünscht.
< Sehr gern. Bitte „Foto: Wren Addy“, sie hat es gemacht und wird sich freuen.
> Notiert, Belegexemplar folgt.

brand press waiting @suitcase_lists "Olly Trant"
> Olly from Suitcase Lists. You're in our "12 scoops worth the train" (goes out Sunday). Need by Friday: founding year, one sentence from the founder that isn't about passion, opening hours.

brand press @consumerdesk_p "Petra Nwosu"
> Petra Nwosu, consumer desk, The Western Ledger. Three readers say that your parcels arrive melted and that refunds take weeks. I would like your side before 5 pm.
< Good afternoon Petra. Our head of service Jack Moreau will call you at three with figures for the last four weeks, good and bad. Which number?
> 0117 496 0133. On the record?
< On the record.
> Spoke to Jack. Refreshing. One follow-up: the 9 days of the longest refund, is that calendar or working days?
< Calendar days. It was ours, not the bank's, and we have written to that customer.
> Thanks. Piece runs on Saturday.

brand creator waiting @mimieatsloud "Mimi Eats Loud"
> HIIII it's Mimi 🍦 420k, mostly chewing. I do "12 cones 12 minutes" and I want YOU for the finale. I need 12 cones, a table that doesn't wobble and someone to hold my hair

brand creator @quietbowls "Haru B."
> Hello. I make short films of food with no words and no music. Could I film your first churn of the day? I need no light and no help, and I would be very quiet.
< That sounds like exactly our mornings. 5:50 at the back door on Wednesday; wear something warm.
> Thank you. I will bring my own slippers.
< The film is beautiful. The kitchen watched it without a word, twice.
> That is the best review there is.

brand creator waiting @doodlejam_ "Jamila Doodles"
> soooo I accidentally drew your heron Malcolm as a superhero and it has 90k likes. Do you want the sticker rights? I'd take payment in sorbet and, like, a bit of money

brand creator @fit_with_ryder "Ryder Kane"
> Bro. Collab. Protein ice cream. I bring the brand, you bring the milk. 50/50
< Thank you for thinking of us. We leave protein to people who know more about it than about cream.
> Ur loss bro 💪

brand wholesale waiting @thepierhotel "Pier Hotel Purchasing"
> Good morning. Following our tasting we would like to place a standing order: 40 l Salted Caramel, 20 l Vanilla, 20 l Sorbet (rotating), weekly, from the 1st. Please confirm price list 4 still applies and send mandate form.

brand wholesale @nell_scoopshop "Nell Ashcombe"
> Hello both, Nell from the kiosk in Lyme. The new freezer is in. Could we double the caramel for the regatta week?
< Lovely news. Double caramel, and do you want the small cones with it?
> Go on then. 2 boxes.
< Regatta week: 24 caramel, 12 of the rest, 2 boxes of small cones. On the van on Thursday.
> You're a star, {agent}.

brand wholesale waiting @orbit_catering "Orbit Catering Ltd"
> RFQ 2231-B: 3,000 portions 80 ml, individually lidded, delivered -18 °C to three sites, allergen declaration in EN/FR, net 60. Offers by Friday 17:00. No phone calls.

brand wholesale @tidegrocers "Tide Grocers Co-op"
> Hiya, the co-op voted. You beat the other lot 31 to 12 (one spoiled ballot said "more cheese"). How do we start?
< We are honoured, and we respect the cheese. One form, one freezer check, first delivery ten days later. Shall we send the form here?
> Yes, to this account, we all read it
< Sent. The freezer check is a video call and takes four minutes.

brand events waiting @verity_holt_ea "Verity Holt"
> Hi there! EA at a tech company by the harbour. Summer party, 600 people, no speeches, sunset. Could you do 600 scoops in 90 minutes without a queue? My predecessor tried gelato and there was an Incident.

brand events @stmarys_fete "St Mary's Fete"
> Dear all, the fete committee wishes to know whether you would again donate a raffle prize. Last year's caused some feeling.
< With pleasure: a tub a month for a year. What kind of feeling, if we may ask?
> Mrs Pell won it, who runs the raffle.
< This year we will send it sealed, with an impartial vicar.
> The vicar's the one who raised it.

brand events waiting @drag_bingo_bri "Bingo with Betty Swollocks"
> darling. drag bingo, the Old Fish Market, last Friday of the month. I need a sponsor for "full house" and I refuse to give away another air fryer

brand praise @aunty_yaa "Yaa Boakye"
> God bless whoever packed my box. My name was spelled right. In 40 years in this country nobody has put both a's.
< That was Mo, who has an opinion on double letters. He says: it would not be your name with one.
> Tell Mo he is invited for jollof.

support delivery waiting @harbourmaster7 "Harbourmaster's Office"
> To whom it concerns. Your van (WX71 SCC) has again been left on the slipway at spring tide. High water today 18:52. We like your van. Please move it.

brand work @kestrelagency "Kestrel Staffing"
> Dear hiring manager, we have 14 seasonal workers available from Monday at competitive rates.
< Thank you. We hire from the neighbourhood and do it ourselves.
> Understood, all the best.

brand shop waiting @access_reviews "Dee, Access Reviews"
> Hi, I review shops as a powerchair user. Coming Saturday, unannounced except for this. Is the low counter really low, and is someone on who knows where the ramp for the terrace lives? Last place had one "somewhere".

brand praise waiting @mrs_pemberton "Mrs D. Pemberton"
> Dear Salted Caramel, my grandson has set me up on here so that I can write to you. I do not know if this is arriving. I should like to say that the young man with the curls was very kind to me on Tuesday. Is there a way to send you a card? I have written one but it is made of paper. Yours truly, Dorothy Pemberton (Mrs)
`);
