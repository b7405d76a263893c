import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge } from './judge';

const seed = Number(process.env['SEED'] ?? process.hrtime.bigint() % 2_147_483_647n);
const random = { seed, numRuns: 200 };
process.stdout.write(`SEED=${seed} lib/domain/triage/judge.test.ts\n`);

describe('what a message is', () => {
  const cases: readonly [text: string, intent: string][] = [
    ['My parcel has been stuck for three weeks and nobody answers', 'complaint'],
    ['the app keeps crashing since the update', 'complaint'],
    ['WHY has my flight been cancelled AGAIN???', 'complaint'],
    ['You charged me twice. I want my money back.', 'complaint'],
    ['your driver was rude and hung up on me', 'complaint'],
    ['not happy at all with the soggy chips', 'complaint'],
    ['i have been on hold for 2 hours', 'complaint'],
    ["it does n't work and ca n't be fixed , apparently", 'complaint'],
    ['never flying with you again, worst airline', 'complaint'],
    ['Thanks for ruining our holiday', 'complaint'],
    ['You call that a family box', 'complaint'],
    ['you got rid of the only caramel I eat', 'complaint'],
    ['Somebody is impersonating me here', 'complaint'],
    ['The lid comes off and there is a big problem with the seal', 'complaint'],
    ['thanks for nothing', 'complaint'],
    ['Do you ship to Iceland?', 'question'],
    ['what time does the shop open on Sunday?', 'question'],
    ['Is there a vegan one?', 'question'],
    ['Could you please change my delivery address', 'request'],
    ['please send me the invoice', 'request'],
    ['Please reset my password', 'request'],
    ['Thank you so much, that was quick!', 'praise'],
    ['Love the new salted caramel 😍', 'praise'],
    ['The new lid works like a charm', 'praise'],
    ['I am a journalist writing an article and would like a comment', 'press'],
    ['We are a wholesale distributor and propose a partnership', 'business'],
    ['Make money online from home, click here, guaranteed profit', 'spam'],
    ['ok, done', 'other'],
  ];
  test.each(cases)('%s', (text, intent) => {
    expect(judge(text).intent).toBe(intent);
  });
});

describe('what turns words around', () => {
  test('“no problem” is none, and “not bad” is not bad', () => {
    expect(judge('no problem at all, thank you').intent).toBe('praise');
    expect(judge('not bad, thanks').intent).not.toBe('complaint');
  });

  test('denied praise is a complaint', () => {
    expect(judge('this is good').intent).not.toBe('complaint');
    expect(judge('this is not good').intent).toBe('complaint');
    expect(judge('your staff were not helpful').intent).toBe('complaint');
  });

  test('the reasons are words of the message, the weightiest first, and say where they stand', () => {
    const text = 'Hello, this is a disgrace: my order is broken';
    const { reasons } = judge(text);
    expect(reasons.map((reason) => reason.text)).toContain('disgrace');
    for (const { text: words, from, to } of reasons) expect(text.slice(from, to)).toBe(words);
  });
});

describe('other languages', () => {
  const cases: readonly [language: string, intent: string, text: string][] = [
    ['de', 'complaint', 'Mein Paket ist seit zwei Wochen nicht angekommen, eine Frechheit'],
    ['de', 'praise', 'Vielen Dank, das war super schnell!'],
    ['de', 'question', 'Wann ist der Laden am Sonntag geöffnet?'],
    ['fr', 'complaint', "Ma commande n'est toujours pas arrivée, c'est inadmissible"],
    ['fr', 'praise', 'Merci beaucoup, votre équipe est géniale'],
    ['es', 'complaint', 'Llevo tres horas esperando y nadie responde, qué vergüenza'],
    ['es', 'question', '¿Cuándo llega el pedido a la tienda?'],
    ['pt', 'complaint', 'Meu pedido não chegou e ninguém responde, péssimo atendimento'],
    ['pt', 'praise', 'Muito obrigada, vocês são maravilhosos'],
    ['it', 'complaint', 'Non ho ricevuto il pacco e nessuno risponde, vergognoso'],
    ['nl', 'complaint', 'Mijn pakket is nog steeds niet geleverd, schandalig'],
    ['nl', 'question', 'Hoe laat zijn jullie open op zondag?'],
  ];
  test.each(cases)('%s %s: %s', (language, intent, text) => {
    expect(judge(text)).toMatchObject({ language, intent });
  });

  test('a script says its language; what gives nothing away has none', () => {
    expect(judge('注文が届きません、どうなっていますか').language).toBe('ja');
    expect(judge('Где мой заказ?').language).toBe('ru');
    expect(judge('12345').language).toBeNull();
  });
});

describe('urgency', () => {
  test('what cannot wait, what is angry, and what has time', () => {
    expect(judge('URGENT: we are stranded, help immediately!').urgency).toBe('high');
    expect(judge('My account was hacked and money stolen, need help asap').urgency).toBe('high');
    expect(judge('Do you have this in blue?').urgency).toBe('normal');
    expect(judge('Lovely shop, thank you').urgency).toBe('low');
  });
});

describe('whatever is written', () => {
  const anything = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.lorem());

  test('has one answer, and always the same', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(judge(text)).toEqual(judge(text));
      }),
      random,
    );
  });

  test('is judged within bounds', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { confidence, spam, reasons } = judge(text);
        expect(confidence).toBeGreaterThan(0);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(spam).toBeGreaterThanOrEqual(0);
        expect(spam).toBeLessThanOrEqual(1);
        expect(reasons.length).toBeLessThanOrEqual(6);
        for (const { from, to } of reasons) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(text.length);
          expect(from).toBeLessThan(to);
        }
      }),
      random,
    );
  });

  test('whom it names and where it links does not change what is complained of', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9_]{1,12}$/), (name) => {
        const plain = judge('@shop my order is broken and late').confidence;
        expect(judge(`@${name} my order is broken and late`).confidence).toBe(plain);
      }),
      random,
    );
  });

  test('one more grievance never makes it less of a complaint', () => {
    fc.assert(
      fc.property(fc.constantFrom('broken', 'awful', 'rude staff', 'still waiting'), (more) => {
        const text = 'my parcel is damaged';
        const before = judge(text);
        const after = judge(`${text} and ${more}`);
        expect(after.intent).toBe('complaint');
        expect(after.confidence).toBeGreaterThanOrEqual(before.confidence - 0.001);
      }),
      random,
    );
  });

  test('of something endless the beginning is enough', () => {
    const text = `This is broken. ${'blah '.repeat(20_000)}`;
    expect(judge(text).intent).toBe('complaint');
  });
});
