import type { Script } from './script';

/** Delivery, payment and what went wrong with an order. */
export const orders: readonly Script[] = [
  {
    to: 'support',
    waiting: true,
    lines: ['> Where is order {order}? Tracking has said "with the courier" since Monday.'],
  },
  {
    to: 'support',
    waiting: true,
    lines: [
      '> The box came open and two of the tubs were soft. Photo to follow.',
      '> Order {order}, sorry.',
    ],
  },
  {
    to: 'support',
    lines: [
      '> Hi, can I change the address on {order}? I moved.',
      '< Hello, it has not left yet, so yes. What is the new one?',
      '> 14 Rope Walk, {town}. Same name on the bell.',
      '< Changed. It goes out tonight.',
      '> Brilliant, thanks.',
    ],
  },
  {
    to: 'support',
    lines: [
      '> One of my six tubs was {other} and I ordered {flavour}. I ate it, it was nice, but still.',
      '< Thank you for your honesty. The right one is on its way and the wrong one is a present.',
      '> Can you be wrong again next month?',
    ],
  },
  {
    to: 'support',
    lines: [
      '> My card was declined and then charged.',
      '< That is a bad pair. I see order {order} as unpaid, so the charge is a reservation that your bank lets go. Shall I keep the order for you?',
      '> Yes please, I will pay again tonight.',
      '< It waits until midnight tomorrow.',
      '> Paid.',
      '< Arrived. It goes out in the morning.',
    ],
  },
  {
    to: 'support',
    waiting: true,
    lines: [
      '> I was promised a call about {order} yesterday.',
      '< I am sorry that nobody called. Which time suits you today?',
      '> After 3, before 4. Please really call.',
    ],
  },
  {
    to: 'support',
    lines: [
      '> Could the driver leave it with the porter?',
      '< Yes. I have added it to the label for {town}.',
    ],
  },
  {
    to: 'support',
    waiting: true,
    lines: [
      '> I would like to cancel {order} please, ordered twice by mistake',
      '< Cancelled, and the money goes back today. The first one stays as it is.',
      '> Hmm, the mail says both are cancelled?',
    ],
  },
  {
    to: 'support',
    lines: [
      '> Is there any way to see the temperature of the parcel on its way?',
      '< Not yet. There is a small sticker inside the lid: green means that it stayed below minus 12.',
      '> Mine is green. Clever.',
    ],
  },
  {
    to: 'support',
    lines: [
      '> Your invoice has no VAT number on it and my accountant is unhappy.',
      '< The new one is in your mail, with the number. Tell your accountant that we said sorry.',
      '> She says apology accepted.',
    ],
  },
  {
    to: 'support',
    waiting: true,
    lines: [
      '> Subscription box: can I skip May and get two in June?',
      '< Yes. May is skipped, June has two boxes.',
      '> And if I want only {flavour} in both?',
    ],
  },
  {
    to: 'support',
    lines: [
      '> I gave the wrong phone number and the driver rang a man in {town} who was very kind about it.',
      '< We have heard from him, he asked for a discount code. What is your right number?',
      '> 07700 900143',
      '< Saved. The parcel comes tomorrow before noon.',
      '> Give the man his code.',
      '< He has it.',
    ],
  },
  {
    to: 'support',
    lines: [
      '> Gift card did not arrive, and the birthday is tomorrow.',
      '< I have sent it again, to you this time, so that you can print it. It is the one with the gull.',
      '> Got it! The gull is perfect.',
    ],
  },
  {
    to: 'support',
    waiting: true,
    lines: [
      '> ok so the dry ice was gone and everything was soup. who do I talk to',
      '< To me, {agent}. I am sorry about the soup. A new box, or the money back?',
      '> a new box but not this week, I am away till the 9th',
    ],
  },
  {
    to: 'support',
    lines: [
      '> The refund came through, a day early even. Thank you.',
      '< Good. We try to promise late and pay early.',
    ],
  },
  {
    to: 'support',
    lines: [
      '> How do I close the thermal box for sending it back?',
      '< Fold it flat, sticker on top, and drop it at any post office. It is paid for.',
      '> Done.',
      '< Thank you, it will travel again next week.',
    ],
  },
  {
    to: 'support',
    waiting: true,
    lines: ['> Site says "sold out in your area". I live 400 metres from the shop.'],
  },
  {
    to: 'support',
    lines: [
      '> Hello, is someone there',
      '< Here, {agent} speaking. What can I do for you?',
      '> Sorry, solved it myself!',
      '< The best kind. Have a good evening.',
    ],
  },
];
