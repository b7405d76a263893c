import type { PolicyView } from '@/lib/queries/permissions/policy';

/** The fields of a policy's form, by the names under which the server answers what is wrong with them. */
export type PolicyValues = Readonly<
  Record<
    | 'ownOffers'
    | 'offers.perContact'
    | 'offers.inDays'
    | 'offers.quiet'
    | 'offers.quietFrom'
    | 'offers.quietTo'
    | 'ownOutreach'
    | 'outreach.isAllowed'
    | 'outreach.perDay'
    | 'outreach.needsLead',
    string
  >
>;

const yes = 'yes';
const no = '';

/** What a form shows of a policy. `everywhere`: the workspace's own, which is taken over from nowhere. */
export function valuesOf({ own, offers, outreach }: PolicyView, everywhere: boolean): PolicyValues {
  const { quiet } = offers;
  return {
    ownOffers: everywhere || own.offers ? yes : no,
    'offers.perContact': String(offers.perContact),
    'offers.inDays': String(offers.inDays),
    'offers.quiet': quiet ? yes : no,
    'offers.quietFrom': quiet?.from ?? '21:00',
    'offers.quietTo': quiet?.to ?? '08:00',
    ownOutreach: everywhere || own.outreach ? yes : no,
    'outreach.isAllowed': outreach.isAllowed ? yes : no,
    'outreach.perDay': String(outreach.perChannelAndDay),
    'outreach.needsLead': outreach.needsLead ? yes : no,
  };
}

/** What the server is asked to keep. */
export function policyIn(values: PolicyValues, channelId: string | undefined) {
  return {
    ...(channelId && { channelId }),
    ...(values.ownOffers === yes && {
      offers: {
        perContact: values['offers.perContact'],
        inDays: values['offers.inDays'],
        quiet: values['offers.quiet'] === yes,
        quietFrom: values['offers.quietFrom'],
        quietTo: values['offers.quietTo'],
      },
    }),
    ...(values.ownOutreach === yes && {
      outreach: {
        isAllowed: values['outreach.isAllowed'] === yes,
        perDay: values['outreach.perDay'],
        needsLead: values['outreach.needsLead'] === yes,
      },
    }),
  };
}
