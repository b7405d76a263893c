import type { LayerName } from './decide';
import type { PermissionInput } from './input';
import type { Purpose } from './purpose';
import { purposes } from './purpose';
import { brandFields, sendingFields } from './suppose-brand';
import { contactFields } from './suppose-contact';
import type { Field } from './suppose-field';
import { oneOf } from './suppose-field';
import { networkFields } from './suppose-network';

const questionFields = {
  purpose: oneOf(
    purposes,
    ({ purpose }) => purpose,
    (input, purpose) => ({ ...input, purpose }),
  ),
  by: oneOf(
    ['person', 'automation'],
    ({ by }) => by,
    (input, by) => ({ ...input, by }),
  ),
} as const satisfies Record<string, Field>;

const all = {
  ...questionFields,
  ...contactFields,
  ...networkFields,
  ...brandFields,
  ...sendingFields,
};

export type FieldName = keyof typeof all;

/** Everything that may be supposed, in the order in which it is set. */
export const fields: Readonly<Record<FieldName, Field>> = all;
export const fieldNames = Object.keys(all) as FieldName[];

/** What every layer looks at, in its own order. The question belongs to none of them. */
const fieldsOfLayer = {
  channel: ['state'],
  contact: [
    'lastInbound',
    'lastOutbound',
    'optedOut',
    'optedOutAgo',
    'blockedByUs',
    'blockedByThem',
    'refused',
    'encrypted',
    'gone',
  ],
  network: [
    'followsUs',
    'weFollow',
    'theirDoor',
    'setting',
    'inConversation',
    'weAreVerified',
    'answer',
    'ourDoor',
    'theyAreVerified',
  ],
  brand: [
    'consent',
    'offersSent',
    'offerCap',
    'offerDays',
    'quiet',
    'zone',
    'outreach',
    'outreachToday',
    'outreachCap',
    'needsLead',
    'approved',
  ],
  message: ['message'],
  budget: ['budget'],
} as const satisfies Record<LayerName, readonly FieldName[]>;

/** What only one purpose asks for. */
const askedFor: Partial<Record<FieldName, Purpose>> = {
  consent: 'offer',
  offersSent: 'offer',
  offerCap: 'offer',
  offerDays: 'offer',
  quiet: 'offer',
  zone: 'offer',
  outreach: 'outreach',
  outreachToday: 'outreach',
  outreachCap: 'outreach',
  needsLead: 'outreach',
  approved: 'outreach',
};

/** What a layer looks at under these rules and for this purpose. */
export function fieldsAsked(layer: LayerName, input: PermissionInput): FieldName[] {
  return fieldsOfLayer[layer].filter((name) => {
    const purpose = askedFor[name];
    return (
      (purpose === undefined || purpose === input.purpose) && fields[name].read(input) !== null
    );
  });
}
