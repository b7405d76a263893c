import type { Priority, Status } from '@/lib/domain/conversation/conversation';

import { startOfDay } from '@/lib/domain/search/day';
import { needlesOf } from '@/lib/domain/search/needles';
import type { Term } from '@/lib/domain/search/query';
import { unreadBy } from './columns';
import type { Names } from './names';
import { FEW } from './names';
import type { Selection } from './selection';
import { clocks, mentioning, ticking } from './selection';
import type { Values } from './values';
import { nameQuery } from './windows';

export type FilterContext = {
  values: Values;
  names: Names;
  now: Date;
  zone: string;
  /** What days are compared with: when the newest message was said, or the one that was found. */
  moment: string;
};

/**
 * A selection narrowed by the terms of a search, but for its words. The same operator twice asks for
 * either, labels for both.
 */
export function narrowed(
  selection: Selection,
  terms: readonly Term[],
  context: FilterContext,
): Selection {
  const wanted = terms.filter(({ negated }) => !negated);
  const unwanted = terms.filter(({ negated }) => negated);
  const one = (operator: keyof Conditions, group: readonly Term[]) => {
    const values = group.filter((term) => term.operator === operator).map(({ value }) => value);
    return values.length === 0 ? [] : [conditions[operator](values, context)];
  };
  return {
    ...selection,
    statuses: kept(selection.statuses, 'status', terms) as readonly Status[],
    priorities: kept(selection.priorities, 'priority', terms) as readonly Priority[],
    only: [...selection.only, ...few(wanted, context)],
    conditions: [
      ...selection.conditions,
      ...operators.flatMap((operator) => one(operator, wanted)),
      ...labelling.flatMap((operator) =>
        wanted
          .filter((term) => term.operator === operator)
          .map(({ value }) => conditions[operator]([value], context)),
      ),
      ...[...operators, ...labelling, 'from' as const]
        .flatMap((operator) => one(operator, unwanted))
        .map((condition) => `not coalesce(${condition}, false)`),
    ],
  };
}

const operators = [
  'owner',
  'team',
  'channel',
  'before',
  'after',
  'has',
  'is',
  'intent',
  'language',
  'kind',
] as const;

/** Of these one may have several, so that each is asked for. */
const labelling = ['label', 'contactlabel'] as const;

type Conditions = Record<
  (typeof operators)[number] | (typeof labelling)[number] | 'from',
  (values: readonly string[], context: FilterContext) => string
>;

/** What each operator asks of a conversation `c`: that one of the values fits. */
const conditions: Conditions = {
  owner: (values, context) => {
    const ids = values.flatMap((value) => {
      if (value === 'nobody') return [];
      return value === 'me' ? [context.values.asker] : [anyOf('owner', value, context)];
    });
    const held = ids.map((id) => `c.owner_id = ${id}`);
    return either([...held, ...(values.includes('nobody') ? ['c.owner_id is null'] : [])]);
  },
  label: (values, context) =>
    either(values.map((value) => `c.label_ids && ${idsOf('label', value, context)}`)),
  team: (values, context) =>
    either(values.map((value) => `c.team_id = ${anyOf('team', value, context)}`)),
  channel: (values, context) =>
    either(values.map((value) => `c.channel_id = ${anyOf('channel', value, context)}`)),
  before: (values, context) =>
    either(values.map((value) => `${context.moment} < ${dayOf(value, context)}`)),
  after: (values, context) =>
    either(values.map((value) => `${context.moment} >= ${dayOf(value, context)}`)),
  has: () => 'c.has_attachment',
  is: (values, { values: parameters }) => either(values.map((value) => isSo(value, parameters))),
  intent: (values, { values: parameters }) => `c.intent = any(${parameters.add(values)}::text[])`,
  language: (values, { values: parameters }) =>
    `c.language = any(${parameters.add(values)}::text[])`,
  kind: (values) => isOfContact(`p.kind = any(array['${values.join("','")}'])`),
  // Asked of one conversation after the other: an `exists` that is turned around reads all contacts first.
  contactlabel: (values, context) =>
    ofContact(
      either(values.map((value) => `p.label_ids && ${idsOf('contactlabel', value, context)}`)),
    ),
  from: (values, context) => either(values.map((value) => isFrom(value, context))),
};

function isSo(value: string, parameters: Values): string {
  if (value === 'unread') return unreadBy(parameters.asker);
  if (value === 'due' || value === 'breached') return clocks[value];
  if (value === 'quarantined') return 'c.quarantine is not null';
  if (value === 'public' || value === 'private') return `c.kind = '${value}'`;
  if (value === 'vip') return isOfContact('p.vip');
  return `exists (select from (${mentioning(parameters)}) m where m.id = c.id)`;
}

/** That the contact `p` of a conversation `c` is so. */
function isOfContact(condition: string): string {
  return `exists (select from identities i
    join contacts p on p.workspace_id = i.workspace_id and p.id = i.contact_id
    where i.workspace_id = c.workspace_id and i.id = c.identity_id and ${condition})`;
}

/** What is so of the contact `p` of a conversation `c`. */
function ofContact(expression: string): string {
  return `(select ${expression} from identities i
    join contacts p on p.workspace_id = i.workspace_id and p.id = i.contact_id
    where i.workspace_id = c.workspace_id and i.id = c.identity_id)`;
}

/** The conversations with contacts `p` that are so, where few are. */
function withContacts(condition: string, { workspace }: Values): string {
  return `select c.id from contacts p
    join identities i on i.workspace_id = p.workspace_id and i.contact_id = p.id
    join conversations c on c.workspace_id = i.workspace_id and c.identity_id = i.id
    where p.workspace_id = ${workspace} and ${condition}`;
}

function isFrom(value: string, { values }: FilterContext): string {
  return `c.identity_id = any(array(select n.identity_id from ${peopleCalled(value, values)} n))`;
}

const MOST_PEOPLE = 1_000;

/** Those with all the words in name or handle, the last of them as far as it is typed. */
function peopleCalled(value: string, values: Values): string {
  const needles = needlesOf([{ operator: 'text', value, negated: false, phrase: false }]);
  const query = needles.length === 0 ? '' : nameQuery(values.workspaceId, needles);
  const handle = value.startsWith('@') ? value.slice(1).toLowerCase() : null;
  return `porchlight_named(${values.add(query)}::tsquery, ${values.add(handle)}::text, ${MOST_PEOPLE})`;
}

/** Where one had better begin, because it gives few conversations. */
function few(wanted: readonly Term[], context: FilterContext): string[] {
  const { values, names } = context;
  const from = wanted.filter(({ operator }) => operator === 'from');
  const rare = wanted.filter(
    ({ operator, value }) => operator === 'label' && names('label', value).rare,
  );
  const people = from.map(
    ({ value }) => `select c.id from ${peopleCalled(value, values)} n
      join conversations c on c.workspace_id = ${values.workspace} and c.identity_id = n.identity_id`,
  );
  return [
    ...fewThatAre(wanted, values),
    ...(people.length > 0 ? [people.join(' union ')] : []),
    ...fewKinds(wanted, values),
    ...rare.map(
      ({ value }) =>
        `select l.id from porchlight_labelled(${idsOf('label', value, context)}, ${FEW}) l(id)`,
    ),
    ...fewLabelled(wanted, context),
  ];
}

/** The conversations with contacts that carry a label, where few do. */
function fewLabelled(wanted: readonly Term[], context: FilterContext): string[] {
  const { values, names } = context;
  return wanted
    .filter(({ operator, value }) => operator === 'contactlabel' && names(operator, value).rare)
    .map(({ value }) => {
      const ids = idsOf('contactlabel', value, context);
      return `select c.id from porchlight_labelled_contacts(${ids}, ${FEW}) l(id)
        join identities i on i.workspace_id = ${values.workspace} and i.contact_id = l.id
        join conversations c on c.workspace_id = i.workspace_id and c.identity_id = i.id`;
    });
}

/** Most are customers: only other kinds are few. */
function fewKinds(terms: readonly Term[], values: Values): string[] {
  const kinds = terms.flatMap(({ operator, value }) => (operator === 'kind' ? [value] : []));
  if (kinds.length === 0 || kinds.includes('customer')) return [];
  const named = kinds.map((kind) => `'${kind}'`).join(', ');
  return [withContacts(`p.kind <> 'customer' and p.kind in (${named})`, values)];
}

/** Those that are one of what is asked for, where few are each of these. */
function fewThatAre(terms: readonly Term[], values: Values): string[] {
  const asked = terms.filter(({ operator }) => operator === 'is');
  const each = asked.flatMap(({ value }) => {
    if (value === 'mentioned') return [mentioning(values)];
    if (value === 'vip') return [withContacts('p.vip', values)];
    return value === 'due' || value === 'breached' ? [ticking(value, values)] : [];
  });
  return each.length > 0 && each.length === asked.length ? [each.join(' union ')] : [];
}

/** The values of a closed list that a search leaves, those of the view being all there can be. */
function kept(all: readonly string[], operator: Term['operator'], terms: readonly Term[]) {
  const named = (negated: boolean) =>
    terms.filter((term) => term.operator === operator && term.negated === negated);
  const [wanted, unwanted] = [named(false), named(true)];
  return all.filter(
    (value) =>
      (wanted.length === 0 || wanted.some((term) => term.value === value)) &&
      !unwanted.some((term) => term.value === value),
  );
}

/** One id where it is one: only then can an index be read in order. */
function anyOf(operator: 'owner' | 'team' | 'channel', value: string, context: FilterContext) {
  const [only, ...more] = context.names(operator, value).ids;
  if (only !== undefined && more.length === 0) return `${context.values.add(only)}::uuid`;
  return `any(${idsOf(operator, value, context)})`;
}

function idsOf(operator: Parameters<Names>[0], value: string, { values, names }: FilterContext) {
  return `${values.add(names(operator, value).ids)}::uuid[]`;
}

function dayOf(value: string, { values, now, zone }: FilterContext): string {
  return `${values.add(startOfDay(value, { now, zone }))}::timestamptz`;
}

function either(each: readonly string[]): string {
  return `(${each.join(' or ')})`;
}
