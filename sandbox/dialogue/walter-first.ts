/** What Walter Pruett, 84, and Caramel Care told each other in the evenings; the beginning. `=` begins another day. */
export const walterFirst = `
> Good evening. My daughter has put this on the tablet for me. Am I speaking to the ice cream
< Good evening! You are speaking to the people who make it. I am Priya. What may I call you?
> Walter Pruett. I am 84. I had a tub of the salted caramel and I should like to report that it was good
< That is the best kind of report. I have passed it to the kitchen.
> There is no complaint
< Understood, Mr Pruett: no complaint.
> Walter
=
> Good evening this is Walter
< Good evening Walter, Priya again. How are you?
> I had the other half. Still good
< I am glad that it kept until the second day.
> It nearly did not. Admiral got to it
< Who is Admiral?
> My cat. One eye. Does he count as a customer
< From today. Please nothing with chocolate for the Admiral.
> He has been told
=
> Walter here. Do I have to order on the computer or can I tell you
< You can tell me. I write it down for you. What would you like?
> What is there
< Salted caramel, burnt honey, rhubarb, brown bread, fig, lemon, and one called Tuesday.
> I drove the trams on a Tuesday
< Then one Tuesday, and?
> And a caramel. And one of the bread, out of curiosity
< Three tubs, Thursday, to the address that your daughter left. Shall the driver ring twice?
> He may ring once. I am quick for my age but not silly
=
> The man came. Is his name Pete
< It is. Did he ring once?
> He rang once and sang twice
< That is Pete.
> The bread one is a revelation. Why has nobody told me
< Agnieszka made it the first time from the end of a loaf. Everybody laughed and then nobody did.
> Edith would have laughed and then had seconds
< Who is Edith?
> My wife. Eleven years gone in April. She made a brown bread ice cream in the war in a bucket
< In a bucket. I should love to know how.
> I will look for the paper it is written on
=
> Walter. I have not found the paper. I have found a ration book and a key
< What does the key open?
> If I knew that I would not be looking for paper
< Fair. This is Mo tonight, Priya is at the cinema.
> What is she seeing
< Something with subtitles.
> Good for her. Good night Mo
< Good night Walter.
=
> I ate the Tuesday. It had plums
< Yesterday's did. Today's has pears and a bit of ginger.
> So I have had a Tuesday that you will never have again
< Nor anybody else. That is how they are.
> Like the trams
=
> Mo is it true you have a heron
< It is. On the river in front of the shop. He is called Malcolm.
> I would like to see him
< Here is a picture: https://pics.example/malcolm-1
> He looks like the inspector we had at Brislington depot. Same legs
< What was the inspector called?
> Malcolm
< No.
> No it was Geoffrey. But it was a good moment wasn't it
< 😄 You had me.
=
> What are the little faces
< They are called emoji. That one laughs.
> How do I do one
< On the tablet, the key beside the long one, with a circle on it.
> 🚃
> THAT IS A TRAM
< It is a tram!
> There is a tram in it
> 🚃🚃🚃
< That looks like the terminus at six.
> It does. It does exactly
=
> Evening. I have counted. I have 11 spoons and one of me
< Lena here, good evening Walter. Eleven spoons is a dinner party.
> Mrs Okonjo from upstairs says the same
< Then have one. What would you serve?
> Ice cream. I can do ice cream
< For how many?
> Mrs Okonjo. Her sister. Me. Admiral under protest
< I would take caramel, fig, and a lemon to be on the safe side.
> Write it down. Friday
=
> I found the paper
< Priya here, I am back. The bucket paper?
> It was in the book on knots. Of course it was. She put everything in the book I was least likely to lose
< She knew you.
> 1 pt top of milk, 3 crusts brown bread toasted to within an inch, sugar if any, patience. That is word for word
< "Sugar if any". Walter, may I read that to the kitchen?
> You may. Mind it is from 1943 and she was nine and it was her mother's
< They have gone quiet down there.
> Good quiet or bad quiet
< Good quiet. Agnieszka has asked whether she may try it exactly as written.
> Tell her to the inch
=
> How did the dinner party go, ask me
< How did the dinner party go, Walter?
> Thank you for asking. Very well. The sister had the fig and wept
< Good weeping?
> She had a fig tree in Enugu
< Oh.
> So now I am to order figs for ever. What does forever come to
< 6.90 a month, and the first is ours.
> I pay my way
< Then half the first.
> You drive a hard bargain. 🚃
=
> Good evening who is it
< Jack tonight. I run the team. Priya told me about the bucket.
> Are you in charge
< On paper.
> I was in charge of tram 38. On paper
< What did it do when you were not looking?
> It went to Hotwells. They always went to Hotwells
=
> It rained so I stayed in and ate what there was
< Mo here. What was there?
> Half a caramel, a heel of bread and the news
< Which was best?
> In that order
=
> My daughter asks whether I am bothering you
< Priya here. Please tell her that there is a rota for who may answer you.
> Is there
< There is. It hangs by the kettle. Lena has swapped two shifts.
> I do not know what to say to that
< You could say what you had today.
> Lemon. It was sharp. I liked it. It woke the eye up, I mean mine not his
=
> The kitchen. Has she done the bucket
< Tomorrow at six in the morning, before the machines start. She has borrowed a bucket.
> Tell her the crusts should smell a second before burnt
< I have written "a second before burnt" on her hand, at her own request.
> I shall not sleep
< Neither will she.
=
> Well
< Well! It is grey. It is a bit grainy. And everybody went very still.
> That is right. It should be grey
< Agnieszka says it tastes like somebody being looked after.
> Yes
> Yes that is what it was for
< There are six small tubs. Two of them are yours, Pete brings them tomorrow. No charge and no argument.
> No argument
=
> It came. I waited until six because that is when she had it
< We thought of you at six.
> It is not quite it. It is very close. It wants a bit of salt, they had the salt butter
< A bit of salt. I am writing it down. How much is a bit?
> As much as you would throw over a shoulder
< Left shoulder?
> Is there another
=
> Mrs Okonjo had a spoon. She said we are both fools and had another
< Lena here. I like Mrs Okonjo more every week.
> She is 79 and calls me young man when I carry the bags
< Do you carry the bags?
> I carry one. She carries the rest. It is about the principle
=
> Trouble. The tub lid will not come off
< Hold it under the warm tap for ten seconds, then twist, do not pull.
> I pulled
< And?
> There is caramel on the Admiral
< Warm flannel, no soap, and a photograph for us.
> He declines the photograph
=
> Evening. Is it bad form to have two
< Two spoons or two tubs?
> I had not thought of two spoons
< Mo here. As a professional: it is never bad form if you rinse.
> You are a good influence
=
> I went down to see the heron
< You did! By yourself?
> By the number 76 and on my own two feet. He was not in
< Oh no. He keeps odd hours.
> But a girl gave me a chair and a cup with a bit of everything
< That was Wren. She told us that a gentleman in a tie had come to see Malcolm.
> One wears a tie to pay a visit
< She has saved a feather for you.
> Then I shall have to come again
`;
