import type { Script } from './script';

/** What people ask at the counter: flavours, allergies, visits, praise, ideas. */
export const counter: readonly Script[] = [
  { to: 'brand', waiting: true, lines: ['> Is {flavour} vegan?'] },
  {
    to: 'brand',
    lines: [
      '> Is {flavour} gluten free? My brother is coeliac.',
      '< It is, and we scoop gluten free flavours from their own counter with their own spoons.',
      '> He says you may expect him on Sunday.',
    ],
  },
  {
    to: 'brand',
    waiting: true,
    lines: ['> Do you ship to {town}? The site will not take my postcode.'],
  },
  {
    to: 'brand',
    lines: [
      '> What time do you close tonight?',
      '< Ten, and the last scoop is at ten to.',
      '> Running.',
    ],
  },
  {
    to: 'brand',
    lines: [
      '> Please settle an argument: is sorbet ice cream?',
      '< No. But it is invited to the same parties.',
      '> I have lost ten pounds. Thanks for nothing.',
    ],
  },
  {
    to: 'brand',
    waiting: true,
    lines: [
      '> We are a school in {town}, 60 children, visiting on a Wednesday in June. Could we see how it is made?',
      '< We would love that. Groups of fifteen, twenty minutes each. Any allergies?',
      '> Two nuts, one egg, one who says he is allergic to walking. Would the 12th work?',
    ],
  },
  {
    to: 'brand',
    lines: [
      '> Bring back {other}. I am not asking.',
      '< It returns with the plums, in September.',
      '> I will accept September.',
    ],
  },
  {
    to: 'brand',
    lines: [
      '> Dogs allowed inside?',
      '< At the window, with a bowl of water and a small cup that has no sugar in it.',
      '> He has read this and is by the door.',
    ],
  },
  {
    to: 'brand',
    waiting: true,
    lines: [
      '> Could I work for you this summer? I am 17, I live in {town}, and I can carry a lot.',
    ],
  },
  {
    to: 'brand',
    lines: [
      '> Your {flavour} got me through my exams.',
      '< What did you sit, and how did it go?',
      '> Chemistry. It went.',
      '< Ice cream is chemistry. Come by, the celebratory one is ours.',
      '> Really? Thank you!',
    ],
  },
  {
    to: 'brand',
    waiting: true,
    lines: [
      '> hi, how many calories in a scoop of {flavour}',
      '< About 210, if it is our scoop and not yours.',
      '> and with the sauce?',
    ],
  },
  {
    to: 'brand',
    lines: [
      '> Which of your flavours have alcohol in them? Asking for a party with children.',
      '< Rum and raisin, and the pear in spring. Nothing else.',
      '> Perfect.',
    ],
  },
  {
    to: 'brand',
    waiting: true,
    lines: [
      '> I run a podcast about small factories. 40 minutes, no video. Would someone of yours come on?',
    ],
  },
  {
    to: 'brand',
    lines: [
      '> The new packaging is hard to open with arthritis.',
      '< Thank you for telling us, we had not thought of that and should have. The lids of next month have a tab.',
      '> I am very glad you listened.',
      '< You were the third to say it and the first to explain it. A tub with the new lid is on its way to you, tell us if it works.',
      '> It works. Even left handed.',
    ],
  },
  {
    to: 'brand',
    lines: [
      '> Do the cones contain egg?',
      '< The plain ones do not, the waffle ones do.',
      '> Plain it is, thanks {agent}.',
    ],
  },
  {
    to: 'brand',
    waiting: true,
    lines: ['> Your tub says 500 ml and my scales say 430 g. Explain yourselves.'],
  },
  {
    to: 'brand',
    lines: [
      '> Is the shop in {town} still happening?',
      '< Yes, a little later than hoped: the floor is not level and ice cream notices.',
      '> Ha. When?',
      '< Early autumn. You will smell it.',
    ],
  },
  {
    to: 'brand',
    waiting: true,
    lines: [
      '> Can I book the tasting for two as a gift? She likes {flavour} and hates surprises.',
      '< You can, on any Saturday. Shall we put her name on the list or yours?',
      '> Hers. Saturday the 20th, the early one.',
      '> Actually could you check whether the late one is free?',
    ],
  },
  {
    to: 'brand',
    lines: [
      '> Somebody in your shop ({agent}?) found my daughter’s rabbit under a bench and kept it safe. Please thank them.',
      '< We did, in front of everybody. The rabbit was very well behaved.',
    ],
  },
  {
    to: 'brand',
    lines: [
      '> Why is the pistachio not green?',
      '< Because pistachios are not. The green ones have help.',
      '> I have been lied to all my life.',
      '< Come in, there is a whole tray of truth.',
    ],
  },
  {
    to: 'brand',
    waiting: true,
    lines: [
      '> Do you still do the half price hour on Tuesdays?',
      '> the board outside says yes, the girl inside says no',
    ],
  },
  {
    to: 'brand',
    lines: [
      '> Idea: burnt toast flavour.',
      '< Tried in 2023. It tasted of toast.',
      '> As a toaster owner I respect that.',
    ],
  },
];
