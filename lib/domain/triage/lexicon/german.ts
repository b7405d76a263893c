import type { Lexicon } from '../signal';

export const german: Lexicon = {
  phrases: [
    [
      'broken',
      1,
      `kaputt, defekt, defekte, beschadigt, stuck, absturz, sturzt ab, abgesturzt, fehler, fehlermeldung, storung, ausfall, ausgefallen, funktioniert nicht, geht nicht, ladt nicht, klappt nicht, tut nicht, lauft nicht, geht nicht mehr, hangt, offline, kein internet, kein netz, kein empfang, kein signal, gesperrt, langsam, instabil, unbrauchbar, undicht, gerissen, zerbrochen, zerkratzt, bug, problem, probleme`,
    ],
    [
      'late',
      1,
      `verspatet, verspatung, verspatungen, spat, zu spat, warte, warten, wartezeit, warteschleife, warteschlange, gewartet, immer noch, noch immer, noch nicht, seit tagen, seit wochen, seit stunden, ewig, ewigkeiten, schon wieder, storniert, fallt aus, gestrichen, keine antwort, keine reaktion, nichts gehort, nicht angekommen, nicht geliefert, nicht erhalten, wo bleibt, wo ist mein, wo ist meine, verpasst, uberfallig, versprochen`,
    ],
    [
      'wrong',
      1,
      `falsch, falsche, falschen, falscher, fehlt, fehlen, fehlend, vergessen, verloren, verschwunden, beschadigte, zerstort, zerdruckt, dreckig, schmutzig, eklig, ekelhaft, verschimmelt, schimmel, abgelaufen, kalt, leer, betrug, betrogen, abzocke, gelogen, luge, gestohlen, geklaut, unvollstandig, mangelhaft, schlechte qualitat`,
    ],
    [
      'money',
      1,
      `abgebucht, doppelt abgebucht, zu viel, zuviel, berechnet, ruckerstattung, erstattung, geld zuruck, mein geld, zu teuer, teuer, gebuhr, gebuhren, mahnung, rechnung, entschadigung`,
    ],
    [
      'treatment',
      1,
      `unfreundlich, unverschamt, unhoflich, ignoriert, inkompetent, niemand, keiner, kundenservice, hotline, aufgelegt, abgewimmelt, nicht erreichbar, meldet sich nicht, antwortet nicht, respektlos, schlechter service, mieser service`,
    ],
    [
      'anger',
      1,
      `scheisse, scheiss, verdammt, mist, frechheit, lacherlich, unfassbar, unglaublich, wutend, sauer, genervt, nervt, nervig, argerlich, arger, peinlich, saftladen, saustall, witz, schande, zum kotzen, unerhort, idioten, wahnsinn, reicht jetzt, satt`,
    ],
    [
      'letdown',
      1,
      `enttauscht, enttauschend, enttauschung, schlecht, schlechte, schlechter, schlimm, schrecklich, furchtbar, katastrophe, katastrophal, miserabel, mies, unzumutbar, inakzeptabel, nicht akzeptabel, unzufrieden, beschwerde, beschweren, traurig, leider, schade, horror, albtraum, unmoglich, unbefriedigend, nicht zufrieden`,
    ],
    [
      'leaving',
      1,
      `nie wieder, kundige, kundigen, kundigung, wechsle, wechseln, letzte mal, letztes mal, verbraucherzentrale, anwalt, anzeige, finger weg, abzuraten`,
    ],
    [
      'demand',
      1,
      `warum, wieso, weshalb, was soll das, was ist los, bitte um klarung, endlich, sofort, unternehmen sie, helft mir, hilfe`,
    ],
    [
      'grievance',
      1,
      `aber, trotz, trotzdem, obwohl, noch, statt, anstatt, wieder, ohne, seit, lieferung, paket, bestellung, bestellt, angerufen`,
    ],
    [
      'thanks',
      1,
      `danke, vielen dank, dankeschon, danke schon, besten dank, herzlichen dank, lieben dank, merci`,
    ],
    [
      'praise',
      1,
      `super, toll, klasse, prima, perfekt, wunderbar, grossartig, spitze, genial, ausgezeichnet, hervorragend, freundlich, liebe, schon, begeistert, zufrieden, lecker, top, gut, sehr gut, empfehlen, freue mich, beste, bester, lob`,
    ],
    [
      'solved',
      1,
      `erledigt, hat geklappt, funktioniert wieder, geht wieder, alles gut, gefunden, gelost, angekommen, passt`,
    ],
    [
      'ask',
      1,
      `gibt es, kann ich, konnen sie, konnt ihr, kann man, wie kann ich, wie lange, wie viel, wie viele, wann kommt, wann ist, wann gibt, wo finde ich, wo kann ich, habt ihr, haben sie, ist es moglich, welche, frage, eine frage, wisst ihr`,
    ],
    [
      'request',
      1,
      `bitte, konnten sie, konntet ihr, wurden sie, ich mochte, ich hatte gern, ich brauche, ich wurde gern, andern, bitte melden, schickt mir, umtauschen, zurucksenden, reservieren`,
    ],
    [
      'press',
      1,
      `presse, pressestelle, pressesprecher, journalist, journalistin, redaktion, interview, stellungnahme, anfrage fur einen artikel`,
    ],
    [
      'business',
      1,
      `kooperation, zusammenarbeit, partnerschaft, sponsoring, grosshandel, handler, vertrieb, angebot fur, bewerbung, lieferant, geschaftlich`,
    ],
    [
      'spam',
      1,
      `geld verdienen, schnell reich, gewinnspiel, gewonnen, kostenlos, klick hier, kredit ohne, garantiert, bitcoin, krypto, casino`,
    ],
    [
      'urgent',
      1,
      `dringend, sofort, notfall, heute noch, schnellstmoglich, so schnell wie moglich, eilig, gestrandet`,
    ],
    ['calm', 1, `keine eile, hat zeit, nicht dringend, bei gelegenheit`],
  ],
  negators: `nicht, kein, keine, keinen, keiner, keinem, nie, niemals, ohne, nichts`,
  deniable: `mehr, gut, zufrieden, hilfreich, moglich, ok, erreichbar, schon, da, angekommen, geliefert, erhalten, geht, funktioniert, lustig, akzeptabel, bekommen, ruckmeldung, antwort, hilfe, empfang, netz, losung`,
  strengtheners: `sehr, so, echt, total, absolut, vollig, extrem, wirklich`,
  askers: `wie, wann, wo, was, wer, welche, welcher, welches, ist, sind, kann, konnen, konnt, habt, haben, gibt, hat, wird, darf, muss`,
  common: `der, die, das, und, ich, nicht, ist, ein, eine, einen, mit, auf, fur, von, zu, es, wir, ihr, sie, mir, mich, mein, meine, bei, auch, noch, schon, aber, habe, hat, haben, wird, wurde, sind, bin, seit, nach, aus, dass, wenn, warum, wie, wann, danke, bitte, kein, keine, immer, heute, euch, euer, eure, den, dem, im, vom, zum, uber, mal, nur, gibt, kann, hallo, mehr, jetzt, ihre`,
  spans: `minuten, minute, stunde, stunden, tag, tage, tagen, woche, wochen, monat, monate, monaten, jahr, jahre, jahren, std, min`,
};
