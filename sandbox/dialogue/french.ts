import { scripts } from './script';

/** The same counter in French. */
export const french = scripts(`
brand delivery waiting
> Livrez-vous en France ?

brand shop
> Bonsoir, vous êtes ouverts le lundi de Pâques ?
< Bonsoir, oui, de 10 h à 22 h, et la terrasse est au soleil jusqu’à six heures.
> Parfait, on arrive du ferry.

support delivery waiting
> Bonjour, commande {order}. Le livreur a laissé un avis dans une langue que personne dans l’immeuble ne reconnaît. Où est mon colis ?

brand praise
> Je suis breton. Le caramel au beurre salé, on ne me la fait pas. Eh bien vous me l’avez faite. Chapeau.
< D’un Breton, c’est le plus beau compliment possible. Nous l’encadrons.
> Encadrez-le loin de la lumière.

support refund
> Bonjour, j’ai annulé mais le remboursement n’est pas complet : il manque 3,50 €.
< Bonjour, ce sont les frais de port, que nous aurions dû rendre aussi. C’est fait.
> Nickel, merci.

brand allergens waiting
> Bonjour, y a-t-il du soja (lécithine) dans le {flavour} ? La pharmacie me demande une liste écrite.

brand flavour
> Fleur de sel de Guérande ou sel de Maldon ?
< Guérande dans le caramel, Maldon dessus. Ne le dites à aucun des deux.
> Motus.

support melted
> Tout est arrivé fondu, même l’étiquette.
< Nous sommes navrés, même pour l’étiquette. Un nouvel envoi part demain avec le double de glace carbonique.
> Reçu ce matin, dur comme du marbre. Merci {agent} !

brand creator waiting
> Hello ! Illustratrice à Lyon, je dessine des devantures. J’aimerais faire la vôtre et vendre les tirages (petit tirage, 50 ex.). Est-ce que ça vous va, et est-ce que je peux garder l’auvent jaune ?

support gift
> La carte cadeau dit « Joyeux Noël » et nous sommes en mai
< Noël est venu tôt. La bonne carte, « Bon anniversaire », vient de partir par e-mail.
> Ma mère a préféré la première, figurez-vous.

brand wholesale waiting
> Maison Kerleo, épicerie fine à Rennes. Nous cherchons 200 pots de caramel par mois avec étiquette en français. Qui puis-je appeler ?

brand idea
> Une glace au pain d’épices, s’il vous plaît, je vous en supplie, signé : un Alsacien
< En décembre, quatre semaines, promis.
> Je compte les dodos.

support app waiting fresh
> Depuis la mise à jour l’appli me souhaite la bienvenue au nom de « Kevin ». Je ne suis pas Kevin. Qui est Kevin ?

brand shop waiting
> on est 14 avec des poussettes et un accordéon, ça passe ?
`);
