import type { Phrases } from '../signal';

export const englishOthers: Phrases = [
  [
    'thanks',
    1,
    `thank you, thanks, thank u, thankyou, thx, thnx, tks, tnx, ty, tysm, thank you so much, thanks so much, many thanks, cheers, much appreciated, appreciate it, i appreciate, appreciate, appreciated, grateful, gratitude, bless you, kudos, props to, hats off, props, thankful`,
  ],
  ['thanks', 0.5, `welcome, no worries, no problem, not a problem, no probs, youre welcome`],
  [
    'praise',
    1,
    `love, loves, loving, loved, luv, awesome, amazing, amazingly, excellent, fantastic, brilliant, wonderful, superb, perfect, perfectly, great, great job, good job, well done, nice, nicely, best, the best, bestest, simply the best, fabulous, fab, incredible, outstanding, stellar, delicious, yummy, tasty, beautiful, gorgeous, lovely, happy, so happy, glad, pleased, impressed, very impressed, delighted, thrilled, excited, cant wait, looking forward, favorite, favourite, favs, fav, recommend, highly recommend, friendly, kind, helpful, so helpful, very helpful, quick, quickly, fast, prompt, efficient, courteous, polite, rock, you rock, rocks, rocked, legend, legends, star, lifesaver, life saver, hero, made my day, made my night, made us, worth it, much easier, impressive, smooth, seamless, comfy, comfortable, congrats, congratulations, happy birthday, yay, woohoo, woo, wow, whoop, omg, enjoy, enjoyed, enjoying, fun, cool, sweet, dope, lit, yum, addicted, obsessed, fan of, big fan, proud, win, winner, winning, won, good, keep up, hooked, blessed, pleasure, pleasant, saved, spot on, top notch, first class, five stars, 5 stars, hands down, exceptional, genius, phenomenal, magic, magical, reliable, lucky, xx, xoxo, whatadeal, great deal, great service, great customer, great experience, excellent service, good service, amazing service, best service, fantastic service, awesome service, best customer, excellent customer, amazing customer, awesome customer, like a charm, going strong, applaud, remarkable, shout out, shoutout, to the rescue, wait is over, is finally over`,
  ],
  [
    'solved',
    1,
    `it worked, that worked, worked, this worked, all good, all good now, all set, all sorted, sorted, its sorted, got it, got it working, fixed it, its fixed, fixed now, resolved, is working, is working now, working now, its working, works now, back up, back on, now working, is fine now, fine now, did the trick, that helped, figured it out, found it, never mind, nevermind, nvm, solved, its back, will do, will try, done, ok, okay, just dmed, dmed, dm sent, sent a dm, sent you a dm, have dm, just sent, have sent, no longer needed, already done, not yet, about to call, will be calling, will call, ill call, ill ask, ill check, will check, dont recall`,
  ],
  [
    'chat',
    1,
    `lol, haha, hahaha, lmao, lmfao, rofl, hehe, ha, xd, good morning, morning, good night, good evening, merry christmas, happy new year, happy holidays, happy friday, happy halloween, hey guys, sup, yo, btw, fyi, jk, just kidding, just sayin, hope you, have a great, have a good, have a nice, me too, same, true, yes, yeah, yep, yup, nah, sure, okie, ah, aw, aww, hmm, cute, the song, new song, playlist, album, celebrate, celebrating, competition, trailer, birthday, halloween, christmas`,
  ],
  [
    'chat',
    0.4,
    `tonight, tomorrow, song, game, movie, she, he, his, her, him, good luck, weekend, day, my friend, bf, gf, mom, dad, wife, husband, thinking, watching, listening, hang tight, might be able, i think, was thinking, im gonna, gonna, going to be`,
  ],
  [
    'ask',
    1,
    `how do i, how do you, how can i, how do we, how to, how long does, how long will, how much is, how much does, how many, how often, how would i, what is the, what are the, whats the, whats your, what is your, what time, what day, what does, what do i, what should i, when is, when are, when will, when does, when do, when can, whens, where can i, where do i, where is the, where are you, where can, which one, which is, who do i, who can i, who should i, is there, are there, is there any, is there a, is there anyway, is there a way, is it possible, is it true, is it, is this, is that, are you, are these, are your, are we, are they, can i, can we, can you, can someone, can anyone, can u, could you, could i, could we, could someone, would you, would it, would i, would like to know, will you, will it, will there, will i, will we, will the, do you, do u, do i, do we, do they, does it, does the, does this, does your, does anyone, did you, have you, has anyone, any idea, any ideas, any chance, any news, any word on, any plans, any advice, any tips, any suggestions, anyone know, anyone else, should i, may i, curious, wondering, was wondering, just wondering, i wonder, question, quick question, a question, got a question, have a question, inquiry, enquiry, do you know, let me know if, tell me if, possible to, eta on, what about, how about, am i able, able to, if i, if you, want to know, like to know, need to know, does that, does my, is my, are my, was it, was that, has the, eligible, allowed, policy, opening hours, open on, open tomorrow, release date, in stock, available in, ship to, deliver to, price of, cost of, difference between, compatible`,
  ],
  [
    'request',
    1,
    `please can, please could, can you please, could you please, can u please, could you, can you, would you, please send, please help, please add, please make, please bring, please follow, follow me, follow back, dm me, pls dm, please dm, check dm, check your dm, check my dm, check dms, see dm, see my dm, help please, please advise, please let me know, pls, plz, please, id like, i would like, would like, would love, id love, i want to, want to, looking to, looking for, trying to find, need to change, need to cancel, need to update, need to talk, need to speak, need to get, need to add, need to book, i need to, i need a, wish you, hope you, suggestion, suggest, feature request, add a, kindly, assist, assistance, able to assist, help with, help out, request, requesting, id be, send me, email me, call me, give me a call, change my, update my, reset my, replace, replacement, exchange, return, upgrade, book, reserve, reschedule, activate, unlock, verify, confirm`,
  ],
  ['link', 1, ``],
  [
    'press',
    1,
    `journalist, reporter, press, press office, press team, press contact, press release, media enquiry, media inquiry, media contact, media team, for comment, a comment, request for comment, comment on, statement, a statement, interview, interview with, deadline, on the record, off the record, newspaper, newsroom, news desk, newsdesk, magazine, broadcast, radio, tv show, our readers, our viewers, our listeners, documentary, editor, correspondent, article, story about, story on, writing a piece, writing a story, writing an article, use your photo, permission to use, podcast, spokesperson, embargo`,
  ],
  [
    'business',
    1,
    `partnership, partner with, partnering, partnerships, collaborate, collaboration, collab, collabs, sponsor, sponsorship, sponsoring, influencer, brand ambassador, ambassador, wholesale, reseller, resell, distributor, distribution, supplier, suppliers, vendor, bulk order, bulk orders, purchase order, corporate order, franchise, invest, investor, investors, b2b, business development, business proposal, proposal, business opportunity, quote for, price list, stockist, stockists, our company, our agency, our team, our platform, our services, work with you, working with you, work together, procurement, trade account, rate card, media kit, affiliate, licensing, joint venture, resume, hiring, job application, apply for a job, vacancy, vacancies, internship`,
  ],
  [
    'spam',
    1,
    `free money, make money, make money online, earn money, earn cash, earn up to, earn from home, work from home, passive income, per day from home, financial freedom, get rich, quick cash, easy cash, cash app, double your, double your money, guaranteed profit, guaranteed returns, guaranteed income, investment plan, crypto, bitcoin, btc, ethereum, usdt, nft, airdrop, giveaway winner, forex, binary options, trading signals, trade with, click here, click this link, click the link, click link, click my, link in bio, link in my bio, check my bio, check my profile, check out my, visit my, follow for follow, follow4follow, f4f, l4l, gain followers, more followers, buy followers, get followers, followers cheap, 1000 followers, free followers, free gift card, free iphone, gift card, you have won, youve won, you won, winner of, claim your prize, claim your, claim now, lottery, instant loan, credit repair, no credit check, weight loss, lose weight, diet pills, viagra, cialis, casino, betting, bet now, slots, jackpot, sexy, hot girls, hot singles, singles in your area, escort, nudes, onlyfans, xxx, porn, adult content, cam girl, limited offer, limited time offer, act now, buy now, order now, special offer, best price, lowest price, discount code, promo code, coupon code, seo services, seo, boost your, grow your, web design services, app development services, recover your account, account recovery, hacker, hacking services, hire a hacker, whatsapp, telegram, t me, wa me, dm for promo, dm to promote, promote it on, send pic, dm us to collab, spell caster, sugar daddy, sugar baby, verify your account, your account will be, confirm your password, verify your password, confirm your identity`,
  ],
  ['spam', 0.4, `password, cheap, guaranteed, hurry, loan, loans, dating, prize, spells`],
  [
    'urgent',
    1,
    `urgent, urgently, asap, emergency, immediately, right now, right away, as soon as possible, today, tonight, deadline, time sensitive, stranded, stuck, locked out, no heat, no water, no power, no heating, hacked, stolen, fraud, fraudulent, unauthorized, unauthorised, danger, dangerous, unsafe, fire, smoke, injured, injury, hospital, allergic, allergic reaction, ambulance, police, child, baby, medication, medicine, insulin, wheelchair, disabled, flight leaves, boarding, leaving in, in an hour, in 1 hour, in 2 hours, tomorrow morning, wedding, funeral, lawyer, legal action, sue, hurry, help help, bleeding, threatened, assaulted, evicted, overdraft, emergency room, last chance, before midnight`,
  ],
  [
    'calm',
    1,
    `no rush, no hurry, whenever, when you get a chance, when you have a moment, when you have time, not urgent, just curious, just wondering, someday, one day, fyi`,
  ],
];
