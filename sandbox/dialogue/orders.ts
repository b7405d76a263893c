import { scripts } from './script';

/** Delivery, payment and what went wrong with an order. */
export const orders = scripts(`
support delivery waiting
> Where is order {order}? Tracking has said "with the courier" since Monday.

support melted waiting
> The box came open and two of the tubs were soft. Photo to follow.
> Order {order}, sorry.

support delivery
> Hi, can I change the address on {order}? I moved.
< Hello, it has not left yet, so yes. What is the new one?
> 14 Rope Walk, {town}. Same name on the bell.
< Changed. It goes out tonight.
> Brilliant, thanks.

support delivery praise
> One of my six tubs was {other} and I ordered {flavour}. I ate it, it was nice, but still.
< Thank you for your honesty. The right one is on its way and the wrong one is a present.
> Can you be wrong again next month?

support account
> My card was declined and then charged.
< That is a bad pair. I see order {order} as unpaid, so the charge is a reservation that your bank lets go. Shall I keep the order for you?
> Yes please, I will pay again tonight.
< It waits until midnight tomorrow.
> Paid.
< Arrived. It goes out in the morning.

support delivery waiting
> I was promised a call about {order} yesterday.
< I am sorry that nobody called. Which time suits you today?
> After 3, before 4. Please really call.

support delivery
> Could the driver leave it with the porter?
< Yes. I have added it to the label for {town}.

support refund waiting
> I would like to cancel {order} please, ordered twice by mistake
< Cancelled, and the money goes back today. The first one stays as it is.
> Hmm, the mail says both are cancelled?

support delivery
> Is there any way to see the temperature of the parcel on its way?
< Not yet. There is a small sticker inside the lid: green means that it stayed below minus 12.
> Mine is green. Clever.

support account
> Your invoice has no VAT number on it and my accountant is unhappy.
< The new one is in your mail, with the number. Tell your accountant that we said sorry.
> She says apology accepted.

support club waiting
> Subscription box: can I skip May and get two in June?
< Yes. May is skipped, June has two boxes.
> And if I want only {flavour} in both?

support delivery
> I gave the wrong phone number and the driver rang a man in {town} who was very kind about it.
< We have heard from him, he asked for a discount code. What is your right number?
> 07700 900143
< Saved. The parcel comes tomorrow before noon.
> Give the man his code.
< He has it.

support gift
> Gift card did not arrive, and the birthday is tomorrow.
< I have sent it again, to you this time, so that you can print it. It is the one with the gull.
> Got it! The gull is perfect.

support melted refund waiting
> ok so the dry ice was gone and everything was soup. who do I talk to
< To me, {agent}. I am sorry about the soup. A new box, or the money back?
> a new box but not this week, I am away till the 9th

support refund praise
> The refund came through, a day early even. Thank you.
< Good. We try to promise late and pay early.

support delivery
> How do I close the thermal box for sending it back?
< Fold it flat, sticker on top, and drop it at any post office. It is paid for.
> Done.
< Thank you, it will travel again next week.

support delivery app waiting
> Site says "sold out in your area". I live 400 metres from the shop.

support delivery
> Hello, is someone there
< Here, {agent} speaking. What can I do for you?
> Sorry, solved it myself!
< The best kind. Have a good evening.

support delivery waiting
> tracking says delivered. it is not delivered. there is a photo of a door and it is not my door. my door is BLUE
> order {order}

support melted refund
> Good evening. I do not normally complain. However the six tubs that came today had clearly thawed and been frozen again: the {flavour} is half crystals and half air.
< Good evening, and thank you for telling us rather than just never ordering again. That box should not have left the depot. Money back or a new one?
> The money back, if it is all the same to you. I am too old to be in twice.
< Done, the full amount including delivery. It takes two working days.
> That is handsome of you. I shall try again in a cooler month.

support delivery
> Hi can you deliver to a boat
< We can deliver to a lock, a bridge or a pub next to one. Which is nearest?
> the Old Bargee at Hanham
< Then the Old Bargee it is. They have a freezer and, we hear, patience. Which name shall we put on it?
> Narrowboat Persephone. they know us
< Persephone, Thursday before noon.
> legends

support delivery waiting fresh
> Box arrived with a dent the size of a foot. Inside everything fine but thought you should know someone at your courier plays football with them

support refund waiting
> You refunded me £18 instead of £81. Order {order}. I can see how that happened but please could it un-happen.

support delivery praise
> just want to say the driver today carried the box up four flights because our lift is broken and I'm 8 months pregnant. Never got his name
< That was Pete. We have told him, and he pretended to have dust in his eye. How are you keeping?
> Enormous. Thank you 🧡

support delivery
> Do you deliver on Sundays?
< Not yet. Monday to Saturday, eight to eight.
> ok saturday then

support account
> I need a copy of all my invoices for the last year, three different email addresses, sorry
< No need to be sorry. Send us the three and we will bundle them.
> ayesha@ the usual one, ayesha.work@ and the one with the typo that I still use
< Found nineteen, all in one PDF, in your usual mail. The typo one has been merged into it so that there is only you from now on.
> you have tidied up my life

support delivery waiting
> I paid for before-noon. It is 14:20. The guests are here. The guests are eating crackers.
> order {order} please
> one of the guests has started on the parsley

support refund fresh
> Cancelled within the hour as your page says and still charged
< I see the cancellation at 10:52 and the charge at 10:53. The charge is going back now. I am sorry, that minute was ours.
> ok thx. how long
< It left us just now. Your bank shows it in one to three days.

support delivery
> My neighbour signed for my parcel and says it was already empty. He has chocolate on his chin.
< We would not like to come between neighbours. Shall we send a second one, to you only?
> Yes. And put "private" on it.
< In red. Friday.
> He has seen it and asked what is in it. I said tax papers.

support delivery waiting
> hello, we've moved to Jersey (the island not the state). is that a problem for the club box?

support melted
> Ice packs were warm, ice cream was -9 by my probe thermometer. I'm a food inspector by trade, so you know. Order {order}.
< Then you know better than most what that means. Please do not eat it. We have pulled the delivery run and are asking the depot for its log. Would you share your readings?
> Top -8.6, middle -9.2, bottom -9.9 at 13:05, sealed box, out of sun.
< Thank you. The log shows the van door open for 22 minutes at a services. That driver has been told and the whole run has been replaced, yours included.
> That is the correct response. You would be surprised how rare it is.

support refund waiting
> its been 11 days. ELEVEN. {order}. my bank says you never sent anything. either someone rings me today or i leave it to the bank to take it back

support delivery
> Can I add one tub to {order} or is it too late
< It leaves at six, so there are forty minutes. Which one?
> {flavour}!! big one
< Added. No second delivery charge.
> 🏃‍♀️💨 thank you

support delivery
> Please could you tell the driver that the dog is loud but a coward.
< Written on the label exactly like that.

support delivery fresh
> ordered for my nan in {town}, she doesn't have a mobile. can you ring her landline 15 min before?
< We can. What is the number, and what does she like to be called?
> 01632 960 417. Mrs Abernathy. she'll want to know who your people are
< We will say that we are yours.

support account waiting
> Your checkout asks for a title and offers Mr, Mrs, Miss and Rev. Only Rev. comes close and I am not ordained. There must be a field to leave it empty?
`);
