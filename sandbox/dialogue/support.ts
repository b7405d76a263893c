import { scripts } from './script';

/** What people with a story of their own have asked the support account. */
export const support = scripts(`
support abuse @bexhollis
> answer your phone
> ANSWER YOUR PHONE you useless people
> i know where your van parks

support gift delivery @nadiaellison waiting
> The birthday cake we ordered for Saturday says "Happy 4th" and my son is turning 5. Order {order}.
< Nadia, that is our typing, not yours: the order says 5. A new top is being made this afternoon.
> Oh thank goodness. Will someone bring it or do I come in?
< We bring it. Between four and six on Friday, would that do?
> Friday is football. Could it be Saturday before ten?

support refund @pavel_dvorak
> Charged twice for order {order}.
< Pavel, I see one payment and one reservation of the same amount. The reservation is released by your bank, usually within three days.
> Usually?
< At the latest on the seventh day. If it is still there then, write here and we pay it back from our side.
> It is gone. Thank you.

support delivery @thandimokoena
> The courier left my parcel in the recycling bin. On collection day.
< Oh no. Is there any of it left to save?
> The bin lorry has it now. Six tubs.
< Then six new ones. Today between three and five, by our own driver, and into your hands only.
> I will be in. Who is the driver?
< Pete. Tall, hums.
> Pete came. He did hum. All six fine, thank you.
< Glad to hear it. I have spoken to the courier about bins.
> You are good people.

support account @yusufdemir_
> The discount code from the newsletter says expired and it came this morning.
< Sorry Yusuf, it was set to UTC and ended an hour early. Here is one that is only yours and lasts a week: YD-HONEY-15.
> Works. Thanks.

support refund @rhysmorgan81 waiting
> Third time asking. Refund for order {order} was promised on the 2nd.
< Rhys, you are right and I am sorry. I found it: it was approved and never sent. It is on its way now.
> On its way like last time?
> Still nothing on my account this morning. I want to speak to whoever runs this.

support club @priyaramesh_k
> My loyalty card shows 9 stamps and the shop says 4.
< The shop reads last night’s numbers. You have 9, and the tenth scoop is on us.
> Excellent news for me.

support delivery @camilaibarra waiting
> Hola, pagué el pedido {order} y no me llegó ningún correo.
< Hola Camila, el correo salió a una dirección con una letra de menos. Ya lo corregí y lo envié de nuevo.
> Ya lo veo. ¿Puedo cambiar una tarrina de limón por una de café?

support delivery @siobhandaly waiting
> Would you be able to leave the parcel with number 9? I am away until Sunday and they have a freezer.
< Of course. I have changed it to number 9 and told the driver to ring twice.
> Actually number 7, sorry, 9 has gone away as well.

support account @dmitriorlov_
> STOP
< You will get no more messages of that kind from us. If you write to us we will of course answer.

support delivery @jodiefairw waiting
> hello is this where i complain
> the wafer cones in my order were all in pieces. all 24

support delivery @marcusbell_ waiting
> I can see your kitchen from my window and my order {order} says it is in Wolverhampton.
< Marcus, it is. The courier sorts everything there, even yours. I could put the same tubs by the back door in ten minutes.
> Honestly? Yes. I will wear a red hat.
< Look for the lady with the trolley.
> I am at the back door. Red hat. No trolley.

support account @zoepapadaki waiting
> Please delete my account and everything you know about me.

support app @rubytaylorx
> your app keeps signing me out
< Sorry Ruby. Is it after you close it, or while you are using it?
> after i close it
< Then it is the old version forgetting you. The one from Tuesday remembers. Would you update and tell me?
> updated. it remembers me now
< So do we.
`);
