import type { Lexicon } from '../signal';

export const italian: Lexicon = {
  phrases: [
    [
      'broken',
      1,
      `rotto, rotta, guasto, guasta, difettoso, difettosa, danneggiato, danneggiata, errore, errori, non funziona, non funzionano, non va, non si apre, non carica, non riesco, bloccato, bloccata, crasha, lento, lenta, senza internet, senza segnale, disservizio, disservizi, problema, problemi, inutilizzabile, down`,
    ],
    [
      'late',
      1,
      `ritardo, ritardi, in ritardo, attesa, aspetto, aspettando, aspettare, sto aspettando, ancora non, non ancora, ancora niente, non arriva, non e arrivato, mai arrivato, non ho ricevuto, mai ricevuto, nessuna risposta, senza risposta, non rispondete, non risponde nessuno, cancellato, cancellata, annullato, perso, dove il mio, di nuovo, da giorni, da settimane, da ore`,
    ],
    [
      'wrong',
      1,
      `sbagliato, sbagliata, manca, mancano, mancante, smarrito, smarrita, sporco, sporca, schifo, schifoso, disgustoso, marcio, scaduto, freddo, vuoto, truffa, truffatori, truffato, ladri, furto, rubato, bugie, bugiardi, ingannevole, incompleto, pessima qualita`,
    ],
    [
      'money',
      1,
      `addebitato, addebito, addebiti, rimborso, rimborsare, rimborsato, miei soldi, soldi, troppo caro, caro, carissimo, fattura, bolletta, costi nascosti, risarcimento`,
    ],
    [
      'treatment',
      1,
      `maleducato, maleducati, scortese, incompetenti, incompetente, ignorato, nessuno, servizio clienti, assistenza inesistente, pessimo servizio, pessima assistenza, riattaccato, presa in giro, prese in giro, mancanza di rispetto`,
    ],
    [
      'anger',
      1,
      `merda, cazzo, vergogna, vergognoso, vergognosa, ridicolo, ridicoli, assurdo, incredibile, scandaloso, stufo, stufa, furioso, arrabbiato, arrabbiata, incazzato, barzelletta, fate schifo, spazzatura, indecente, scandalo`,
    ],
    [
      'letdown',
      1,
      `deluso, delusa, deludente, delusione, pessimo, pessima, orribile, terribile, male, malissimo, peggio, peggiore, inaccettabile, insoddisfatto, insoddisfatta, reclamo, lamentela, disastro, incubo, purtroppo, triste, scadente, imbarazzante`,
    ],
    [
      'leaving',
      1,
      `mai piu, disdetta, disdire, recedere, cambio operatore, ultima volta, sconsiglio, sconsigliato, evitate, avvocato, denuncia, codacons, agcom`,
    ],
    [
      'demand',
      1,
      `perche, come mai, cosa succede, che succede, fate qualcosa, risolvete, aiuto, aiutatemi, pretendo, esigo, rispondete`,
    ],
    [
      'grievance',
      1,
      `ma, senza, nonostante, eppure, invece, ancora, sempre, ordine, pacco, consegna, chiamato, da`,
    ],
    ['thanks', 1, `grazie, grazie mille, mille grazie, molte grazie, ringrazio`],
    [
      'praise',
      1,
      `ottimo, ottima, eccellente, perfetto, perfetta, fantastico, fantastica, bravissimi, bravi, bravo, complimenti, adoro, amo, bello, bella, buono, buona, buonissimo, veloce, gentile, gentili, felice, contento, contenta, soddisfatto, soddisfatta, consiglio, migliore, migliori, splendido`,
    ],
    ['solved', 1, `risolto, funziona, tutto ok, tutto a posto, arrivato, ricevuto, fatto`],
    [
      'ask',
      1,
      `ce la possibilita, come posso, come faccio, come si, quando arriva, quando apre, quando esce, quanto costa, quanto tempo, dove posso, dove trovo, posso, avete, e possibile, si puo, qual e, una domanda, domanda, informazione, informazioni, sapete`,
    ],
    [
      'request',
      1,
      `per favore, per cortesia, perfavore, potete, potreste, vorrei, vorremmo, ho bisogno, mi serve, chiedo, inviatemi, modificare, cambiare, restituire, prenotare`,
    ],
    ['press', 1, `stampa, ufficio stampa, giornalista, redazione, intervista, articolo`],
    [
      'business',
      1,
      `collaborazione, partnership, sponsorizzazione, grossista, rivenditore, fornitore, preventivo, proposta commerciale, candidatura, curriculum`,
    ],
    [
      'spam',
      1,
      `guadagna, guadagnare, soldi facili, clicca qui, clicca, gratis, bitcoin, cripto, prestito, casino, hai vinto, vincitore`,
    ],
    [
      'urgent',
      1,
      `urgente, urgenza, emergenza, immediatamente, subito, oggi stesso, prima possibile`,
    ],
    ['calm', 1, `senza fretta, con calma, quando potete, non urgente`],
  ],
  negators: `non, mai, nessun, nessuno, nessuna, niente, nulla, senza, ne`,
  deniable: `funziona, funzionano, va, riesco, arriva, arrivato, ricevuto, risponde, rispondono, possibile, bene, giusto, accettabile, contento, soddisfatto, assistenza, risposta, soluzione, serio, linea, segnale, internet, rimborso, carica`,
  strengtheners: `molto, troppo, cosi, davvero, veramente, completamente, totalmente`,
  askers: `come, quando, dove, quanto, quanta, quanti, quale, quali, che, chi, cosa, ce, avete, posso, potete, e, si, sapete`,
  common: `il, lo, la, gli, le, un, una, di, del, della, dei, che, e, in, non, per, con, mi, mio, mia, vi, vostro, vostra, si, ma, piu, gia, molto, io, sono, questo, questa, ho, hai, abbiamo, perche, quando, ciao, salve, grazie, senza, da, dal, ancora, al, alla, nel, sul, anche, come, stato, fare, niente, mai, dove, buongiorno, voi, ci, avete, siete, essere, solo, tutto, oggi`,
  spans: `minuto, minuti, ora, ore, giorno, giorni, settimana, settimane, mese, mesi, anno, anni, volte`,
};
