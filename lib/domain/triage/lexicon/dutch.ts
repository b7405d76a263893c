import type { Lexicon } from '../signal';

export const dutch: Lexicon = {
  phrases: [
    [
      'broken',
      1,
      `kapot, kapotte, stuk, defect, defecte, storing, storingen, fout, fouten, foutmelding, werkt niet, doet het niet, werkt niet meer, laadt niet, crasht, vastgelopen, loopt vast, hapert, traag, geen internet, geen bereik, geen verbinding, ligt eruit, plat, geblokkeerd, beschadigd, beschadigde, onbruikbaar, probleem, problemen, bug, lekt`,
    ],
    [
      'late',
      1,
      `vertraging, vertraagd, te laat, laat, wacht, wachten, wachttijd, gewacht, in de wacht, nog steeds, nog altijd, nog niet, geen reactie, geen antwoord, niets gehoord, niet ontvangen, niet geleverd, niet aangekomen, niet bezorgd, geannuleerd, uitgevallen, gemist, waar blijft, waar is mijn, alweer, weer, eindeloos, beloofd, uren`,
    ],
    [
      'wrong',
      1,
      `verkeerd, verkeerde, ontbreekt, mist, kwijt, kwijtgeraakt, verloren, vies, vieze, smerig, beschimmeld, schimmel, bedorven, koud, leeg, oplichting, oplichters, opgelicht, gestolen, gelogen, leugens, misleidend, nep, fraude, incompleet, slechte kwaliteit`,
    ],
    [
      'money',
      1,
      `afgeschreven, dubbel afgeschreven, teveel, te veel betaald, in rekening, terugbetaling, terugbetaald, geld terug, mijn geld, te duur, duur, kosten, factuur, vergoeding, schadevergoeding`,
    ],
    [
      'treatment',
      1,
      `onbeschoft, onvriendelijk, incompetent, genegeerd, negeren, niemand, klantenservice, slechte service, waardeloze service, opgehangen, onbereikbaar, afgescheept, van het kastje naar de muur, respectloos`,
    ],
    [
      'anger',
      1,
      `kut, klote, verdomme, godverdomme, shit, belachelijk, schandalig, schande, schandelijk, ongelooflijk, ongelofelijk, boos, woedend, pissig, irritant, geergerd, zat, zo klaar met, klaar mee, waardeloos, prutsers, aanfluiting, grap, te gek voor woorden, bizar, absurd, onzin`,
    ],
    [
      'letdown',
      1,
      `teleurgesteld, teleurstellend, teleurstelling, slecht, slechte, slechter, slechtste, vreselijk, verschrikkelijk, onacceptabel, ontevreden, klacht, klachten, klagen, helaas, jammer, ramp, drama, dramatisch, nachtmerrie, triest, verdrietig, niet blij, niet tevreden, matig, balen`,
    ],
    [
      'leaving',
      1,
      `nooit meer, opzeggen, opgezegd, zeg op, overstappen, stap over, laatste keer, afrader, niet aan te raden, advocaat, consumentenbond, geschillencommissie`,
    ],
    [
      'demand',
      1,
      `waarom, wat is er aan de hand, hoe kan dit, hoe kan het, doe er wat aan, los het op, help, hulp nodig, wanneer wordt dit, eindelijk`,
    ],
    [
      'grievance',
      1,
      `maar, zonder, ondanks, terwijl, sinds, steeds, toch, bestelling, pakket, levering, gebeld, bezorger`,
    ],
    [
      'thanks',
      1,
      `bedankt, dank, dank je, dank jullie, dankjewel, dank u, dankuwel, hartelijk dank, thnx`,
    ],
    [
      'praise',
      1,
      `top, geweldig, fantastisch, super, perfect, prima, mooi, mooie, leuk, leuke, lekker, goed, goede, snel, snelle, vriendelijk, vriendelijke, blij, tevreden, complimenten, compliment, aanrader, beste, uitstekend, hulde, fijn, fijne, tof`,
    ],
    [
      'solved',
      1,
      `opgelost, gelukt, werkt weer, doet het weer, ontvangen, gevonden, geregeld, in orde`,
    ],
    [
      'ask',
      1,
      `kan ik, kunnen jullie, kan je, kun je, mag ik, hebben jullie, is er, zijn er, hoe kan ik, hoe lang, hoeveel kost, hoeveel, wanneer komt, wanneer is, waar kan ik, waar vind ik, is het mogelijk, welke, vraag, vraagje, een vraag, weten jullie, weet iemand`,
    ],
    [
      'request',
      1,
      `alstublieft, aub, alsjeblieft, svp, graag, zouden jullie, zou je, ik wil, ik wil graag, ik zou graag, ik heb nodig, stuur me, wijzigen, ruilen, retourneren, reserveren`,
    ],
    ['press', 1, `pers, persvoorlichter, journalist, redactie, interview, artikel voor`],
    [
      'business',
      1,
      `samenwerking, samenwerken, sponsoring, groothandel, leverancier, offerte, sollicitatie, vacature, distributeur`,
    ],
    [
      'spam',
      1,
      `geld verdienen, verdien geld, snel rijk, klik hier, gratis, bitcoin, crypto, lening zonder, casino, gewonnen`,
    ],
    [
      'urgent',
      1,
      `dringend, spoed, met spoed, onmiddellijk, noodgeval, vandaag nog, zo snel mogelijk`,
    ],
    ['calm', 1, `geen haast, niet dringend, wanneer het uitkomt`],
  ],
  negators: `niet, geen, nooit, niks, niets, niemand, zonder, noch`,
  deniable: `werkt, werken, goed, blij, tevreden, ontvangen, geleverd, bereikbaar, mogelijk, oke, leuk, normaal, acceptabel, netjes, grappig, reactie, antwoord, oplossing, bereik, internet, verbinding, geholpen, serieus, gekregen`,
  strengtheners: `heel, erg, zo, echt, zeer, totaal, volledig, super`,
  askers: `hoe, wanneer, waar, wat, wie, welke, hoeveel, is, zijn, kan, kunnen, kun, mag, hebben, heeft, weet, weten, zou`,
  common: `de, het, een, en, ik, niet, is, van, op, te, dat, die, voor, met, jullie, mijn, je, we, wij, maar, nog, ook, aan, er, om, als, dan, bij, wel, geen, naar, ben, heb, heeft, zijn, was, waarom, hoe, wanneer, wat, bedankt, graag, weer, nu, al, uit, sinds, mij, deze, dit, kan, kunnen, hebben, wordt, werd, hoi, goedemorgen, gewoon, zo, u, uw, onze`,
  spans: `minuut, minuten, uur, uren, dag, dagen, week, weken, maand, maanden, jaar, keer`,
};
