import { scripts } from './script';

/** The same counter in German. */
export const german = scripts(`
brand delivery waiting
> Liefert ihr auch in die Schweiz?

support melted
> Bestellung {order}: das Trockeneis war weg, alles flüssig.
< Das tut uns leid. Wir schicken morgen ein neues Paket, kostenlos.
> Danke, das ist nett. Bitte nicht vor 16 Uhr.
< Vermerkt: ab 16 Uhr.
> Ist angekommen, alles gefroren.

brand allergens
> Ist in {flavour} Ei?
< Nein, wir binden mit Stärke.
> Danke!

support refund waiting
> Ich habe zweimal bezahlt, siehe Auszug. Wer kümmert sich darum?


brand flavour
> Moin! Gibts eigentlich Lakritz? Frage für ganz Norddeutschland
< Moin! Ja, Lakritz und Salzlakritz. Das zweite nur, wer es wirklich will.
> Norddeutschland will.

support delivery waiting
> Sendung {order} liegt seit vier Tagen im Depot Bremen. Bei 24 Grad. Ich hole sie da nicht mehr raus, da möchte ich ehrlich sein.

support refund
> Guten Tag, auf der Rechnung vom 3. fehlt die ausgewiesene Mehrwertsteuer. Ohne kann ich nicht buchen.
< Guten Tag, Sie haben recht. Die korrigierte Rechnung liegt in Ihrem Postfach, mit beiden Steuersätzen.
> Erhalten, danke. So schnell war bisher nur mein Finanzamt beim Nachfordern.

brand allergens waiting
> Enthält die Sauce Sulfite? Mein Mann reagiert darauf stark, die Packung sagt dazu leider nichts.

brand praise
> Wir waren auf Hochzeitsreise bei euch. Heute Silberhochzeit. Das Eis gibt es noch. Uns auch.
< Herzlichen Glückwunsch. Welche Sorte war es damals?
> Sie Zitrone, ich Rum-Traube. Bis heute gibt keiner nach.
< Dann machen wir am Samstag eine Waffel mit beidem, gehen tut das.
> Wir kommen!!

support app
> App sagt „Fehler 19“ beim Bezahlen
< Das ist ein bekannter Fehler von heute früh und seit einer Stunde behoben. Probierst du es bitte noch einmal?
> geht

brand shop
> Darf mein Hund (42 kg, sanft) mit rein?
< Bis zur Theke ja, hinter die Theke nein, auch wenn er es anders sieht.
> Er sieht es anders.

support melted
> Das Paket stand zwei Stunden im Treppenhaus, weil die Nachbarin es „nicht stören wollte“. Nicht euer Fehler. Wollte nur mal klagen.
< Wir hören zu. Und wir legen beim nächsten Mal ein Schild bei: „Bitte stören“.
> 😄 Das nehme ich.

brand wholesale waiting
> Café Morgenrot, Leipzig. Wir suchen zum April ein zweites Eis neben unserem eigenen, 10-Liter-Wannen, gern saisonal. Mindestmenge? Gibt es Muster? Wir zahlen pünktlich, fragen Sie unseren Müller.

brand idea
> Vorschlag: Franzbrötchen.
< Der Vorschlag liegt bei der Küche. Die Küche fragt, ob du eins mitbringst.
> Ich bringe zwölf.

support club waiting fresh
> Kündigung Eisclub bitte. Grund: Der Arzt. Nicht ihr. Der Arzt.

brand flavour
> Was ist Sanddorn bei euch – eher sauer oder eher süß?
< Sauer, mit Honig, damit niemand weint.
> Dann zwei Becher.

support delivery
> Bitte nicht klingeln, Baby schläft. Klopfen auch nicht. Eigentlich am besten gar nichts.
< Der Fahrer stellt das Paket ab und denkt dann sehr laut an Sie.
> Hat funktioniert!

support account waiting
> Sehr geehrte Damen und Herren, seit Ihrer Umstellung erhalte ich jede Bestätigung doppelt, einmal auf Englisch und einmal auf Holländisch. Ich spreche beides nicht. Mit freundlichem Gruß, H. Wiesner

brand events
> Könnt ihr Abiball? 180 Leute, wenig Geld, gute Laune
< Mit der kleinen Karre und zwei Sorten: 1,10 pro Kugel. Wann?
> 27. Juni, ab 21 Uhr
< Eingetragen. Gute Laune bringen wir mit.
`);
