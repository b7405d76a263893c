/** What Walter and Caramel Care told each other, going on. */
export const walterLater = `
> It is Walter. I have the sniffles, I shall be brief
< Priya here. How bad are the sniffles?
> Edith would say theatrical
< Is there somebody who looks in?
> Mrs Okonjo with soup. I said I would rather have fig. She said after the soup
< She is right and you know it.
> I do but I do not have to like it
=
> Better. I had the soup. Then I had the fig
< Good evening and good order, Walter. Mo here.
> Is there anything you would recommend for a throat
< Lemon, slowly, off the small spoon.
> I have eleven spoons and they are all large
< There is a small wooden one in every club box. I will put three in yours.
> I am not in the club
< Would you like to be?
> What does one have to do
< Nothing. A box comes every month, with two things you know and one you do not.
> At my age that is exactly the right proportion
=
> What number member am I
< 4,038.
> Is there a badge
< There is a pencil.
> I shall not be swapping it
=
> I have been thinking about the key. The one with the ration book
< Jack here. Have you found what it opens?
> My daughter thinks the garden box. There has been no garden since 1988
< Is the box still there?
> The box is in the cellar and the cellar belongs to the landlord
< That sounds like a polite letter.
> I write a very polite letter. I have had replies from two ministers
=
> The landlord says Saturday at ten
< We will all be on tenterhooks.
> What are tenterhooks
< I have never known. Lena is looking it up. She says: for stretching cloth.
> Then that is about right
=
> It was seed packets
< In the box?
> Runner beans, sweet peas, and a note. "W. if you find these you have got round to the cellar, well done, they will not grow now but plant them anyway. E."
< Walter.
> Yes
< Are you alright?
> I am sat here with the tablet and the Admiral. I am alright. I wanted to tell somebody who would not make a fuss
< No fuss. I am here until ten, and then Mo is.
> Will they grow do you think
< Sweet peas have grown from older packets than that.
> I shall need a pot
=
> Mrs Okonjo has pots
< Of course she has.
> Eleven seeds. One for each spoon
< 🌱
> Is that one for the key as well
< It can be.
=
> Day 3 and nothing
< Lena here. Sweet peas take two weeks, and these are allowed three.
> I was told that about the trams coming back
=
> Caramel arrived. Small spoons arrived. I am equipped
< What did the unknown tub turn out to be?
> It says "Bonfire". It tastes of coming home late
< That is the best description of it that we have had. May the kitchen use it on the lid?
> They may. Do I get a badge for that
< You get a second pencil.
=
> Day 9. The Admiral has sat on the pot
< Are the seeds alright?
> They have been, I would say, encouraged
< Mo here, trying not to laugh at his desk.
> Laugh. I did
=
> I read in the paper that you melt your customers' parcels
< Jack here. You read that right, and some of it was our fault. We have changed two things about it.
> Mine were never melted
< You live eleven minutes from Pete's mother.
> Ah. So it is not quality it is geography
< I would not put that in the paper.
> I would. I like a man who says what is what
=
> Is Priya there
< Here, Walter.
> I do not want anything. I had a bad afternoon. It would have been Edith's birthday
< What would she have had?
> The bread one. She would have said too sweet and finished it
< Then have the bread one, and say that it is too sweet.
> It is too sweet
> It is not really
< I know. Shall I stay on for a bit?
> You have other people to see to
< They are all asleep. Tell me about the bucket.
> It had a dent in the shape of a goose. Her brother Albert fell over it in the blackout. After that it was called the goose bucket
< Is it still somewhere?
> Her niece in Yeovil has it. For umbrellas
< For umbrellas!
> I have never forgiven her
=
> I have written to the niece
< A polite letter?
> I referred to the goose
=
> DAY 13
> THERE IS A GREEN ONE
< WALTER.
> It is as big as a comma
< The whole desk is standing up. Mo has rung the bell that we keep for weddings.
> Mrs Okonjo is crying and says it is the onions. There are no onions
< 🌱🌱🌱
> Only one. Do not exaggerate
=
> Three now
< Lena here. Three commas make a sentence.
> You should be in the papers Lena
=
> The niece has answered. She says I may have the goose bucket if I collect it and if I stop writing
< Yeovil is a long way on the 76.
> I am looking at trains. I have not been on a train since the funeral
< Would your daughter go with you?
> She would. She would also talk
< Take a tub for the niece.
> That is what I thought. Which one says sorry and also I was right
< Honey. Definitely the burnt honey.
=
> Train booked. Tuesday week. It leaves at 10:12 from platform 5
< Then we will pack the honey on Monday night with ice for six hours.
> Edith always said I would go to Yeovil when pigs fly
< Geese, possibly.
> Mo is that you
< It is. You can tell?
> You are the one with the jokes that arrive late
=
> My daughter showed me that one can send a photograph but it went to my dentist
< What did the dentist say?
> He said they look healthy. I had sent the seedlings
=
> I was asked by a man at the bus stop what I do. I said I test ice cream
< Jack here. That is only the truth.
> He asked whether it pays
< What did you say?
> In geese
=
> Good evening. Five commas. One has a leaf
< Good evening Walter. Have they names?
> One is called Priya and one is called Mo. The crooked one is Jack
< Why am I the crooked one? Jack asks, over my shoulder.
> It leans towards Hotwells
=
> Question. Can one have the caramel on porridge
< Professionally: yes. Medically: ask somebody else.
> I asked Mrs Okonjo. She has put a hand over her eyes
< Then a small spoon.
> I used a small spoon. Several times
=
> I had a fall. Nothing broken. I am telling you so that you do not hear it from Pete
< Walter. When, and are you seen to?
> This morning by the pots. The lady from the ambulance looked like Wren. I am told to sit
< Please sit. Is somebody with you?
> My daughter until Sunday. She is reading this. She says hello and have I been talking about geese
< Hello to her, and yes you have.
> The pots are fine
< That was not my first question, but I am glad.
=
> Sitting
< Well done. What is on?
> Snooker. The Admiral follows the white
=
> Day two of sitting. I have run out of Bonfire
< Pete comes past at four. I have put a Bonfire and a lemon on the van, and the feather from Wren.
> How much
< The feather is free.
> You know what I mean young lady
< 13.80, on the usual.
> Good. I pay my way
=
> The feather is in the eleventh spoon's place. The eleventh spoon is with Mrs Okonjo for good I think
< Mo here. That is how it starts.
> What
< Nothing.
> I was a tram driver not a fool
=
> The doctor says I may go to Yeovil if I take the stick
< Will you take the stick?
> I shall take it. I shall not promise to use it
< It can carry the bucket on the way home.
> You see that is a thought
=
> TOMORROW
< Platform 5, 10:12. The honey is packed. It is in the box with the red label, it opens from the short side.
> I have my tie out
< Of course you have.
> I am a bit nervous if you must know
< About the train or the niece?
> The bucket
< We are all with you, Walter. Write when you have it.
=
> I have it
> The dent is there. Exactly the goose
< We have been reading the timetable all morning. How was she?
> She had kept it clean. She ate the honey out of the tub standing up, like Edith. Same elbow
> I did not say that I was right
< That was handsome of you.
> She said it for me
< 🪣
> There is a bucket as well?? Who thinks of all these
=
> I am home. The stick carried it
< Lena here. What happens to the bucket now?
> I thought it might like to work again
< You mean here?
> I mean with the girl with the hands. Once. Then it comes home
< I have just asked her. She cannot speak, she is nodding.
> Then it is a plan
=
> When
< Thursday morning at six. Too early?
> I drove the first tram for nineteen years. Six is a lie-in
< Pete picks you up at twenty to. Tie?
> Tie
=
> Well that was something
< It was. I have worked here for four years and never seen all of them in one room at six.
> She let me throw the salt
< Over the shoulder?
> In the bucket. Somebody else can have the shoulder
< Jack has written it down as a recipe: "Edith's, 1943". It goes on the counter for one day, on her birthday. If you say yes.
> I will have to think about that
< Take all the time there is.
> I have thought. Yes. But it is to be grey
< It will be grey.
=
> Good evening Priya. Sweet peas are eleven inches. I measured the Admiral for comparison
< Good evening! And the Admiral?
> Longer but less upright
< 😄
> I have a question and it is a proper one
< Please.
> How many does one order for a party, if it is not just three and a cat
`;
