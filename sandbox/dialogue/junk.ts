import { scripts } from './script';

/** Spam and abuse, as every open door gets it. */
export const junk = scripts(`
brand spam waiting @bulkleads_24 "Bulk Leads 24"
> 🚀🚀 48,000 verified FOOD BUYERS emails UK only $99 today. Reply LIST 🚀🚀

brand spam waiting @drlovespell "Dr. Ozorio Helper"
> My name is Sandra my husband left me after 7 years, Dr Ozorio bring him back in 48 hours with real prayer, contact him +1 555 0142

support spam @x_helpdesk_app "X Help Desk"
> Your account violates our copyright rules and will be SUSPENDED within 24 hours. Appeal here: https://x-appeal.example.test/login
> Last warning.

brand spam waiting @jenna_collabs "Jenna 💕 Collabs"
> heyy babe love ur feed!! dm us at @glow.collabs to become an ambassador 💕 (u only pay shipping)

brand spam @rocketseo_ravi "Ravi | Rocket SEO"
> Hello Sir, I have checked your website and found 73 errors. May I send free report?
> Following up on my previous message Sir.
> Following up again Sir.
> Sir?

support spam waiting @parcel_notify "Parcel Notice"
> GB-POST: your parcel could not be delivered, unpaid fee £1.45: https://gb-post.example.test/pay

brand spam @winnerszone_uk "Winners Zone"
> CONGRATULATIONS @saltedcaramel you are 1 of 3 winners of a £500 card. Claim before midnight

brand spam @goldenfx_mira "Mira Golden"
> Hi dear, how are you today? I found your profile by chance and I like your positive energy
> I also trade gold, my uncle is an analyst. Are you open to learn?

brand abuse @throwaway_8831 "nobody"
> your whole company is a joke and so is whoever reads this

support abuse @brexgar "Gar Brexton"
> where is my f***ing refund you muppets
> i will come down there and you wont like it
< We are looking into the refund and will write here today. We do not answer threats, and we keep them.
> ok ok sorry. bad week. order {order}

brand spam @viewsfactory "Views Factory"
> 1M views 24h ✅ 100k likes ✅ real people ✅ telegram only

brand spam waiting @petitionpaul "Paul P."
> SIGN NOW stop the chemtrails over dairy farms https://sign.example.test/9 forward to 20 friends
`);
