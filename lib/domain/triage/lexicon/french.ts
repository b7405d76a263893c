import type { Lexicon } from '../signal';

export const french: Lexicon = {
  phrases: [
    [
      'broken',
      1,
      `casse, cassee, en panne, panne, bug, bugs, bugge, plante, plantage, erreur, erreurs, message derreur, probleme, problemes, defectueux, defectueuse, abime, ne marche pas, marche pas, ne fonctionne pas, fonctionne pas, ne fonctionne plus, ne marche plus, marche plus, impossible, bloque, bloquee, coupe, coupure, lent, lente, hors service, pas de reseau, pas dinternet, inutilisable`,
    ],
    [
      'late',
      1,
      `retard, retards, en retard, attends, jattends, attente, attendre, attendu, toujours pas, toujours rien, toujours aucune, depuis des, aucune reponse, pas de reponse, sans reponse, aucune nouvelle, pas recu, jamais recu, pas livre, jamais livre, annule, annulee, annulation, supprime, rate, ou est mon, ou est ma, encore, des heures, trop long`,
    ],
    [
      'wrong',
      1,
      `mauvais, mauvaise, manque, manquant, manquante, perdu, perdue, endommage, endommagee, sale, degoutant, degueulasse, pourri, pourrie, perime, perimee, moisi, froid, vide, arnaque, arnaques, arnaqueurs, vol, voleurs, vole, mensonge, mensonger, menti, menteurs, incomplet, oublie, non conforme, trompeur`,
    ],
    [
      'money',
      1,
      `preleve, prelevement, debite, facture deux fois, facture, facturation, rembourse, remboursement, rembourser, trop cher, cher, frais, mon argent, indemnisation`,
    ],
    [
      'treatment',
      1,
      `impoli, malpoli, desagreable, incompetent, incompetents, incompetence, ignore, personne ne, personne, service client, sav, injoignable, raccroche, mepris, aucun respect, aucune aide, se moque, se foutent, balade`,
    ],
    [
      'anger',
      1,
      `merde, putain, bordel, honte, honteux, scandale, scandaleux, ridicule, inadmissible, inacceptable, enerve, enervant, marre, ras le bol, furieux, furieuse, colere, foutage de gueule, nimporte quoi, incroyable, abuse, abusez, serieux, lamentable, pathetique, blague, nul, nulle, nuls`,
    ],
    [
      'letdown',
      1,
      `decu, decue, decevant, deception, mecontent, mecontente, horrible, terrible, catastrophe, catastrophique, deplorable, pire, insupportable, insatisfait, plainte, reclamation, dommage, malheureusement, cauchemar, mediocre, pas content, pas contente, pas normal`,
    ],
    [
      'leaving',
      1,
      `plus jamais, jamais plus, resilier, resilie, resiliation, changer doperateur, derniere fois, fuyez, a fuir, evitez, deconseille, avocat, porter plainte, 60 millions`,
    ],
    [
      'demand',
      1,
      `pourquoi, que se passe, quest ce qui se passe, comment ca se fait, aidez moi, a laide, reglez, faites quelque chose`,
    ],
    [
      'grievance',
      1,
      `mais, sans, malgre, pourtant, alors que, depuis, encore, toujours, commande, colis, livraison, appele, appels`,
    ],
    ['thanks', 1, `merci, merci beaucoup, mille mercis, je vous remercie, grand merci`],
    [
      'praise',
      1,
      `super, genial, geniale, parfait, parfaite, excellent, excellente, top, bravo, formidable, magnifique, adore, jadore, rapide, gentil, gentille, efficace, ravi, ravie, satisfait, satisfaite, content, contente, bonne, delicieux, recommande, felicitations, meilleur, meilleure, sympa`,
    ],
    ['solved', 1, `cest bon, resolu, regle, ca marche, recu, trouve, cest fait`],
    [
      'ask',
      1,
      `est ce que, y a t il, y atil, puis je, pouvez vous, peut on, comment faire, comment puis, combien de temps, combien coute, quand est ce, quel est, quelle est, ou puis je, avez vous, savez vous, est il possible, une question, question`,
    ],
    [
      'request',
      1,
      `sil vous plait, svp, stp, pourriez vous, je voudrais, jaimerais, je souhaite, jai besoin, merci de, contactez moi, envoyez moi, modifier, changer mon, changer ma, echanger, retourner, reserver`,
    ],
    [
      'press',
      1,
      `presse, service presse, journaliste, redaction, interview, reportage, communique`,
    ],
    [
      'business',
      1,
      `partenariat, collaboration, sponsor, sponsoring, grossiste, revendeur, fournisseur, devis, candidature, distributeur`,
    ],
    [
      'spam',
      1,
      `gagner de largent, gagnez de largent, cliquez ici, cliquez, gratuit, bitcoin, crypto, pret rapide, casino, gagnant, felicitations vous avez gagne`,
    ],
    [
      'urgent',
      1,
      `urgent, urgence, immediatement, tout de suite, au plus vite, rapidement, aujourdhui`,
    ],
    ['calm', 1, `pas urgent, pas presse, quand vous pourrez, par curiosite`],
  ],
  negators: `ne, pas, jamais, aucun, aucune, rien, plus, ni, sans, personne`,
  deniable: `content, contente, satisfait, normal, possible, marche, fonctionne, recu, livre, repond, reponse, solution, reseau, internet, serieux, acceptable, professionnel, bon, bonne, bien, correct, respect, arrive, rembourse`,
  strengtheners: `tres, trop, vraiment, si, tellement, completement`,
  askers: `comment, quand, ou, combien, quel, quelle, quels, quelles, qui, que, est, avez, puis, peut, pouvez, savez, y`,
  common: `le, la, les, un, une, des, du, de, et, est, je, vous, nous, pas, que, qui, pour, dans, sur, avec, mon, ma, mes, votre, vos, ce, cette, il, elle, ne, plus, mais, ai, suis, bonjour, merci, depuis, toujours, jai, cest, au, aux, en, ou, quand, comment, pourquoi, etre, avoir, fait, tres, bien, on, rien, jamais, sans, par, sont, ete, quil, notre, se, si, quoi, ca, les, sil, svp`,
  spans: `minute, minutes, heure, heures, jour, jours, semaine, semaines, mois, an, ans, annee, fois`,
};
