import { scripts } from './script';

/** The app, the club, gift cards and accounts. */
export const app = scripts(`
support app waiting
> App crashes when I open the map. Pixel, newest update. Video: https://clips.example/7hq2

support app
> the app says i have -1 stamps
< That is one we have never seen. Did you redeem a free scoop while underground, by any chance?
> at temple meads yeah. how did you know
< Two redemptions met. You are back at 0, plus one for the bug report.
> from minus one to one. best day of the week

support club waiting
> I'd like to pause the club for three months, we are expecting and the freezer is now full of lasagne from relatives

support app
> can't log in. password reset mail never comes. yes i checked spam
< The mail went to an address that ends in .con. Could that be?
> ...
> it could be
< Corrected. It should be there in a minute.
> in. thanks and sorry and please never mention this

support gift
> Is it possible to send a gift card at exactly midnight? Birthday, she's in Auckland
< Midnight Auckland or midnight here?
> Auckland!! obviously!! ok not obviously
< Set for 11:00 our time on the 3rd, which is midnight on the 4th for her.
> you did the maths, bless you

support club
> What's in the next club box? I can't do surprises, I have a condition (impatience)
< Officially nothing. Unofficially: something with toast, something with pears, and your favourite.
> how do you know my favourite
< You have ordered it nineteen times.

support app waiting fresh
> Since the update, VoiceOver reads every flavour as "image button". I'm blind and order weekly. It used to work. Happy to test a fix, I do this for a living.

support account
> please take me off the newsletter, I've clicked unsubscribe four times
< You are off it, by hand this time, from all three lists. The link has been broken since Monday and you have just made us mend it.
> cheers. nothing against you, it just makes me hungry at work

support club waiting
> charged for club box on the 1st, cancelled on the 28th. got the confirmation number CC-7712. So?

support gift
> The gift card PDF has my name in the wrong field so it says "To: Dad From: Dad"
< A very generous father. A corrected one is in your mail.
> he'd have believed it tbh

support app
> Dark mode please
< It came on Tuesday: Settings, Look, Dark.
> oh. i asked for it once in 2021 and just kept asking out of habit

support app waiting
> "Something went wrong (E-19)" at the last step of paying, 6 times. I have the basket full. {flavour} x4. I will not fill it again. I refuse.

support club
> do club boxes ship to northern ireland
< Every second Thursday, with the ferry from Cairnryan.
> signed up 👌

support account waiting
> Dear Sir or Madam, under article 15 GDPR I request a copy of the personal data you hold about me, in a common format, within the statutory period. Please confirm receipt. Yours faithfully, D. Achterberg

support app
> your push notification came at 3am. "Fancy a scoop?" NO
< That was a scheduler that thought it lived in Sydney. It has been brought home. We are sorry about your night.
> lol at the scheduler. baby went back to sleep so you're forgiven

support gift waiting
> I sent a gift box to a client and the card says "get well soon". She is well. She is now worried. Please advise

support club fresh
> Can I swap {flavour} in the next box, I'm pregnant and it suddenly smells of tractor
< Swapped for lemon. Congratulations, from all of us and the tractor.
> 😂😂 thank you

support app
> i have 3 accounts and want 1
< Which of the three should survive?
> the one with 9 stamps
< They are joined: 9 and 4 and 6 make nineteen. Nearly two free scoops.
> i should've had more accounts

support account
> Is my card saved with you?
< Only the last four digits and a token at our payment house; we cannot see or use the rest.
> perfect answer

support app waiting
> QR code on my loyalty card doesn't scan since I got a screen protector with "privacy". The lady turned my phone in every direction like a steering wheel

support club
> Box 14 and every single lid had a little drawing on it. Who draws them?
< Agnieszka, on the night shift, since the day the printer broke. We never had it repaired.
> I've kept all fourteen. please tell her
< She asks whether you have the heron.
> I HAVE THE HERON
`);
