import { scripts } from './script';

/** More about boxes, doors and drivers. */
export const parcels = scripts(`
support delivery
> Ordered {flavour}, got a box of empty tubs. Just tubs. Lids too.
< That was a packaging sample for a shop in Leeds, which now has your ice cream. We are so sorry. Yours goes out tonight, and keep the tubs.
> I have put my buttons in them. Sorted by colour. Honestly no complaints.

support delivery waiting
> order {order} has been "out for delivery" for three days now, is the van ok

support refund
> Ordered 12, invoice for 12, 11 in box
< The twelfth is worth £7.20 and it is on its way back to you. Or shall we send the tub?
> money is fine, freezer is full. Of 11.

support delivery waiting
> Hello! I typed the wrong house number, 41 instead of 14. 41 is an undertaker. Please catch it before they do.

support melted waiting
> so. 29 degrees today. box left in porch at 9. text sent at 12:40. i'm not a scientist but

support delivery
> The courier's app wants to know my "safe place". What do people say?
< Porch, shed, neighbour. One customer wrote "in the arms of my husband".
> Put shed. Husband is at work.

support delivery
> Where do you deliver in Scotland?
< Everywhere on the mainland, and Skye, Bute and Arran. Two days instead of one, with twice the dry ice.
> Mull?
< Mull from May, if the ferry lets us.
> I will write to the ferry.

support refund fresh
> Hi, voucher of my sister, 25 quid, used 19, what happens to the 6?
< They stay on the card for two years. Shall I send you the balance as a mail?
> Nah. I'll come for two scoops then. What's a scoop
< 3.20.
> 40p short. Story of my life

support delivery waiting
> I am a carer for Mr Ellwood (account in his name). His delivery moved from Tuesday to Wednesday with no word; on Wednesdays nobody is in and he cannot get to the door. Could it be put back to Tuesdays for good? I am allowed to speak for him, your form is on file.

support delivery
> yo can i get it delivered to the skate park
< If there is somebody over 16 with a name and a bench number.
> bench 3. name's Dex. i'm 22 lol
< Bench 3, Dex, between five and six. There is a cash-free rule and a no-tricks-with-the-box rule.
> respect

support melted refund
> Third melted order this summer. I love the stuff but I'm done. Refund and please close the account.
< I understand, and three is not bad luck, it is us. All three are refunded, not just the last one. Before I close the account: would you let me look at why it is always your street?
> Fine. But refund first
< Refunded at 11:05, you will have the mails.
> got it. so why is it always me
< Your street is the last stop of the last run. We have moved it to the first run of the morning. If you ever try again, it will be minus 20 at your door or it is free.
> ...ok leave the account open. you talked me round, damn it
< No. The parcel will have to do that.

support delivery waiting
> My order says "held at customs". I live in Swindon.

support delivery
> Gate code is 4417 then hash, second door, not the first, the first is a cupboard
< Noted. Our driver once delivered to a cupboard for a month.

support account
> Please change my email to the new one, old one belongs to my ex
< Of course. Which address is yours now? I will only write there from now on.
> the gmail with the numbers. And could you delete the old address completely
< Changed, deleted, and the order history with your old address is hidden from that mailbox too.
> thank you for not asking questions.

support refund waiting
> Bonjour sorry English. I buy gift for friend in Bath. I pay 2 time. 46,80 and 46,80. One is for nothing. You can look?

support delivery
> Parcel came, everything perfect, but it says "Happy retirement Dave". Who is Dave? Is he alright?
< Dave is alright but is holding a card that says "Sorry about the cat". We mixed up two boxes at the gift table.
> I AM sorry about the cat, that was for my sister
< A new card is on its way to her by post today, and Dave has been told that there is no cat.

support delivery waiting fresh
> Could I collect {order} from the kitchen instead? I'm a nurse, my shifts changed and I'll be asleep when you come.

support delivery
> The thermal box makes a great bed for our tortoise, FYI. Do I have to send it back?
< Keep it, with our regards to the tortoise.
> He's called Brexit because he won't leave.

support refund
> Charged in dollars?? I'm in {town}
< Your card was asked in pounds and your bank turned it into dollars, which it does when the site was opened over a foreign connection. Were you on a VPN?
> oh. work laptop. yes.
< Then the fee is theirs. We have still taken the 1.90 off, because it is a silly thing to lose money on.
> ha thank you!

support delivery waiting
> hi, it's me again with the purple gate. the driver rang the bell at number 3 again. number 3 has twins that NAP. please please please put a note

support delivery
> Is there a bigger size than 500 ml?
< A litre, on the site under "for households that know themselves".
> two of those

support melted waiting
> Opened {flavour}: ice crystals as big as my thumbnail, tastes of freezer. Best before is in nine months. Photo: https://pics.example/k3f9a
> There's a second one the same, batch L2231

support delivery
> Will it survive 40 minutes in my car?
< With the lid of the box closed and no peeking, two hours.
> define peeking

support refund fresh
> I'd like to return a scoop (the tool). It bends.
< It should not. Was it with frozen hard ice cream or with something more ambitious?
> ...frozen chili
< We take it back anyway. Drop it in the shop or keep it for the chili, the money is on its way.
> You're funnier than my bank

support delivery waiting
> Can somebody PLEASE answer the phone. I've been on hold with the accordion for 25 mins. Order {order}, wrong day, wrong street, wrong name on it, somehow right ice cream.

support delivery
> parcel arrived 2 hrs early and i was in the bath. your driver waited. he WAITED. and sang.
< He has a good voice, hasn't he.
> no

support delivery waiting
> Need to change the delivery of {order} from the 12th to the 13th. My mother in law now arrives on the 12th and she must not know that I do not make my own.

support account
> Somebody ordered 40 tubs on my account to a hotel in Hull??
< We saw it and stopped it, your card was not charged. Did you use the same password elsewhere?
> maybe...
< Your sessions are signed out. Please choose a new one, and a different one for your bank, if we may say so.
> done and done. thanks {agent}, my heart was in my mouth

support delivery
> Just checking. Is {order} still good for tomorrow?
< It is packed, labelled and humming quietly in the blast freezer.
> 😌

support delivery waiting
> It's a flat above a chip shop, entrance round the back through the yard, ignore the sign that says no entrance. Last time your driver believed the sign.
`);
