import { scripts } from './script';

/** Conversations that took weeks. */
export const sagas = scripts(`
brand wholesale @bcroft_hotels waiting 33d
> Benedict Croft, Croft House Hotels. We would like your ice cream on the dessert menu of three houses from May. Could you send wholesale terms?
< Good morning Mr Croft. With pleasure. How many litres a week, roughly, and can your kitchens hold minus 20?
> About sixty over the three, and yes. Vanilla, salted caramel and one that changes with the month.
< That suits us well. Two questions that decide the price: one delivery point or three, and who scoops?
> Three. Torquay, Salcombe and Lynton. Pastry scoops in two of them, a nineteen-year-old in Lynton.
< Then we would teach the nineteen-year-old. What is their name?
> Barnaby. He is keen and has no wrist.
< Wrist can be grown. Our sheet for sixty litres: 6.10 the litre, caramel 6.60, delivery included on Tuesdays. May I send it as a PDF?
> Please do. To purchasing@ and to me here.
< Sent to both, terms 4B.
> Received. 6.10 is above what we pay now.
< It will be. What you pay now has 48 % air in it, ours has 28. We can show you on a kitchen scale.
> I weighed yours last night against theirs. Chef laughed. You may have a point.
< Thank you for weighing. Most do not.
> Chef asks for samples: six flavours, two litres each. All houses at once, so nobody sulks.
< On the van on Tuesday. Which six?
> Vanilla, caramel, rhubarb, brown bread, fig, the smoky one.
< The smoky one is "Bonfire". It divides rooms, be warned.
> Good. So does chef.
< Delivered in Torquay 09:10, Salcombe 10:40, Lynton 13:25. Barnaby signed with a drawing.
> That is him. Verdicts: vanilla yes, caramel yes, rhubarb yes, brown bread YES (underlined), fig no, Bonfire: Lynton adores it, Torquay wants it removed from the building.
< As forecast. Bonfire for Lynton only, then?
> Lynton only. In writing, please, chef has a temper.
< In writing: Bonfire for Lynton only.
> Allergens. Our group asks for a declaration per batch, signed.
< We print one with every batch, with the name of who churned it. An example is on its way to purchasing@.
> Legal is content, which I have not seen before.
> Payment terms. We pay at 45 days. Group policy.
< We are a small house and milk is paid weekly. 30 days, and 2 % off if it is 14?
> Let me ask.
> Finance says 30, and asked whether the 2 % is real.
< It is real.
> 14 days it is, then. They are pleased with themselves.
< So are we. Shall we begin on the first Tuesday of the month?
> One condition from the top: our name and not yours on the menu in Torquay.
< We would rather be named, even in small letters. People ask, and a waiter who does not know says something else.
> I was told to insist.
< Then name us in Salcombe and Lynton, leave Torquay blank, and count in August which sells more.
> An experiment. The chairman likes experiments. Agreed.
< Wonderful. The contract has two pages, one of them is a drawing of a freezer.
> Signed and returned. Barnaby would like to know whether the training includes lunch.
< It includes ice cream, which we call lunch.
> First delivery came at 08:55, everything at minus 21. Well done.
< Thank you. How did the first weekend go?
> Sold out in Lynton by Saturday. Barnaby has a wrist.
< We never doubted him.
> Torquay asks, quietly, whether their menu might name you after all.
< It might.
> Could you double brown bread from Tuesday? And could the driver call me first: the cellar door in Salcombe is being rebuilt.

brand events @oluseun_ade waiting 41d
> We are getting married on 14 April and want your van there. 120 guests, a field near Frome.
< Congratulations to you both. The van is free that day. Is there power in the field, and how firm is the ground?
> Power yes, from the barn, about 40 metres away. Ground is grass on clay.
< Forty metres works with our cable. If it rains all week we bring the small cart instead, which needs no track.
> Good. What does it cost?
< 640 for three hours and two people, 2.80 a scoop after the first hundred. A deposit of 150 holds the date.
> Fine for us. Could one flavour be plantain and rum? It would mean a great deal to my grandmother.
< We have never made it, so yes. We would send you three trial tubs.
> You have no idea how happy she is.
< Tell her that we will want her verdict in writing.
> She says she only gives verdicts in person.
< Then there is a chair for her at the tasting.
> Deposit is paid.
< Arrived, thank you. The 14th is yours.
> Update: 135 guests. Kemi has cousins.
< 135 is fine. We bring a third person from 150 on, just so you know where that line is.
> There is no way it becomes 150.
> It may become 150.
< 😄 Shall I pencil in the third?
> Pencil.
< Tasting: Saturday at two? Bring your grandmother's chair preferences.
> Straight back, no arms, near the door, away from "the machine noise". She has been practising her face.
< We have found such a chair and turned the machine off.
> For the record: she had four spoons of the first tub and said nothing. For her that is a standing ovation.
< We noticed. And then she asked for the recipe of the second.
> She told me more rum, less nutmeg, "and tell the girl with the scarf that she has hands".
< The girl with the scarf is Agnieszka and is now impossible to talk to. More rum, less nutmeg: trial two is in the freezer.
> Can we call it "Mama Ronke" on the board?
< It is already painted.
> I have shown her the picture. She has put it on her fridge with the magnet of the Pope.
< We will try to live up to the Pope.
> Dietary: 9 vegan, 3 no nuts, 1 (my uncle) "only things he recognises".
< Vegan: chocolate and lemon. No nuts in any of the five. For your uncle: vanilla, from a tub that says VANILLA.
> Perfect, he trusts capital letters.
> What happens if it rains?
< Small cart, our own tarpaulin, and the umbrellas with the herons. We served 200 in a hailstorm once, they still write to us.
> Kemi wants the hailstorm now.
< We can promise the umbrellas.
> Count today: 151. I am so sorry.
< The third person is called Wren and is already looking forward to it.
> Music question. Band is in the barn on the same socket. Will you blow the fuse?
< We draw 1.8 kW when the compressor starts, 400 W after. What is the fuse?
> 16 A they say, and the band brings a smoke machine.
< Then we start before them and leave the compressor alone during the first dance. Nothing will blow.
> You have thought about this more than the venue.
< The venue has never lost forty litres to a smoke machine.
> Last payment: is a transfer fine?
< Perfectly. Two days before is early enough.
> Paid. My mother would like to know if the scoopers eat. She means: may she feed you.
< The scoopers eat. All three of them.
> Also: how late may I change the number of guests?

support allergens @gracelimkj waiting fresh
> Urgent please: the label of {flavour} says "may contain almond", your site says nut free. My daughter has just had two spoons.
< Grace, if she shows any sign of a reaction, call 999 first and write to us after. How is she now?
> She is fine so far, pen is next to me. I need to know what is in it.
< The batch number is on the bottom of the tub, it begins with B. I have the kitchen on the other line.
> B 2207-14
< Thank you. Looking now. Please keep the tub.
> Ok
> she says her tongue feels "fizzy". is fizzy something
< That can be a beginning. Please use your plan from the doctor now and ring 999, tell them tree nuts, possible. I stay here.
> called. antihistamine given. they're sending someone
< Good. The kitchen says: B 2207-14 was churned after the almond batch, with the line washed in between. Traces are possible. The label is right, the site is wrong.
> ok. ok. thank you for saying it straight
> paramedics here
< We are here when you need anything they ask about ingredients: almond only, no peanut, no cashew, milk and egg yes.
> told them. they say that helps
> breathing normal. they want to watch her for an hour
< That is good to hear. The page is changed and {flavour} is off the site until we know more.
> She is colouring in a heron. No more fizzy.
< Give her a squeeze from five people who have been holding their breath.
> They've gone. All fine. I'm shaking now, that's normal they said
< It is. Please rest. We will not close this: our head of quality writes to you tomorrow morning with what happened and what changes.
> Thank you {agent}. Really.
> It's the morning. No one has written yet. I don't want to be that person but I'd like to know, before I decide whom I tell.

support delivery refund @stefan_moritz_ "Stefan Moritz" waiting 19d
> Order {order}, ordered on the 2nd, delivery promised for the 5th. It's the 7th.
< Hello Stefan, I am sorry. The courier shows it as loaded this morning. It should be with you before six.
> Thanks
> 18:40. nope.
< I have just rung the depot. It was loaded on the wrong van. Tomorrow, first stop.
> ok, tomorrow
> It is now tomorrow 13:00
< You are right to be cross. The van had a flat tyre at the second stop, so the first stop was made and it was not yours, it was a Mr Moritz in Bath.
> I'm a Mr Moritz in Bristol
< Exactly. He is very happy and you are not. I am sending a new box today with our own driver.
> And the Bath one keeps mine?
< He does. He offered to drive it over, which I declined because of the temperature.
> He sounds nicer than your courier
< He is. Between four and five today, our driver is called Pete.
> fine
> Pete came! Pete is great! The box is great! There are six tubs of vanilla in it. I ordered zero tubs of vanilla.
< Oh no.
> oh yes
< That is the box of the other Mr Moritz, who had ordered vanilla. So he has yours, and you have his, and both of you have the wrong one twice.
> I have not laughed this hard in weeks but please also refund me
< The refund has gone out in full. And I would like to try once more, at our cost.
> Why would I say yes
< Because the first thing that I will do is walk to the freezer myself.
> ...go on then
< I am at the freezer. Six tubs: two caramel, two fig, one honey, one brown bread. Correct?
> Correct. Send a photo
< https://pics.example/moritz-of-bristol
> I see a hand, a thumb and six tubs. The thumb looks trustworthy
< Leaving now, 16:20.
> 16:58 HERE. All six. RIGHT six. I feel I should call the other Mr Moritz
< We did. He says hello, and that he likes fig now.
> Happy ending. Thank you {agent}
> Hi, me again. The refund isn't here. 6 days.
< It left us on the 9th. Let me see what the bank says.
> and?
< It came back to us: the account number had a digit missing. May I have it again? Please only the last four here, the rest by the link I just sent.
> done via the link
< Sent again, to the right account.
> So to the other Mr Moritz
< I deserve that. No, to you, I have read the digits aloud.
> ok
> 3 days. nothing. I liked the funny bit, I don't like this bit.
< Neither do I. I have handed it to Jack, who runs the team and has a direct line to finance.
> when will Jack write
> hello?
> It's Monday. If I have to go to my bank I will, and I will also write the whole story down, vanilla and all.

brand wholesale @annikavogel waiting 24d
> Guten Tag, ich backe für einen Hofladen bei Köln. Verkauft ihr die Karamellsauce auch im Fünfliterkanister?
< Guten Tag Annika, bisher nur im Glas. Wie viel würdest du im Monat brauchen?
> Etwa zwanzig Liter, zu Weihnachten das Doppelte. Haltbarkeit und Zutatenliste bräuchte ich auch.
< Offen zwei Wochen, zu sechs Monate, kühl und dunkel. Zutaten: Zucker, Sahne, Butter, Salz. Mehr ist es nicht.
> Mehr soll es auch nicht sein. Welches Salz?
< Guérande, fein. Beim ersten Rühren, nicht am Ende.
> Ah. Deshalb. Ich habe ein Jahr lang am Ende gesalzen.
< Bitte verrate es niemandem, wir leben davon.
> Ich komme aus Köln, ich kann gar nichts für mich behalten. Aber ich versuche es.
< Ein Muster ist unterwegs: ein Liter, in einem ehemaligen Farbeimer. Der Eimer ist neu, nur die Form ist alt.
> Angekommen. Der Hofhund hat den Deckel abgeleckt und sich hingelegt. Sehr zufrieden.
< Das ist in unserer Prüfung die Note Eins.
> Ich habe Nussecken damit gemacht. Vierzig Stück. Sie waren um zehn Uhr weg. Um halb zehn geöffnet.
< Wie ist die Sauce im Ofen? Manche sagen, sie läuft.
> Sie läuft ein bisschen, aber in die richtige Richtung. Bei 165 statt 180 bleibt sie.
< Das schreiben wir auf. Dürfen wir deinen Namen danebenschreiben?
> Nur den Vornamen. Sonst fragt mein alter Chef.
< „Annika: 165“. Klingt wie ein Parfum.
> Ich würde es tragen.
< Zum Preis: 11,40 der Liter im Eimer, Fracht ab vierzig Litern frei. Passt das zum Hofladen?
> Der Hofladen seufzt, aber er nickt. Zahlungsziel 14 Tage?
< 14 Tage sind gut. Eine Frage zurück: Wer hebt die Eimer bei euch? Sie wiegen sechs Kilo.
> Mein Vater. 71. Er sagt, sechs Kilo sind kein Eimer, das ist eine Tasse.
< Wir mögen deinen Vater.
> Er euch auch. Er hat den Text auf dem Lieferschein laut vorgelesen.
< Welchen Text?
> „Nicht stürzen. Nicht werfen. Nicht alles auf einmal essen.“
< Den hat Lena geschrieben, sie sitzt hier und ist rot.
> Dann schöne Grüße an Lena. Bitte den Satz behalten.
< Er bleibt. Sollen wir ab dem Ersten monatlich liefern?
> Ja. Und zu Weihnachten bitte das Doppelte, ich weiß es jetzt schon.
< Vorgemerkt. Die Kanister mit fünf Litern fragen wir noch einmal in der Küche, die Eimer waren eine Notlösung.
> Danke. Mein Vater möchte die Eimer behalten, egal was die Küche sagt.
`);
