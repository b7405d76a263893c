import type { AttributeValue } from '@/lib/domain/contact/contact';
import type { ThreadFact } from '@/lib/queries/inbox/thread-views';
import { capital } from '../ui/capital';
import type { FactNames } from './fact-words';

type Said = AttributeValue | null;

/**
 * What somebody changed about a contact, each thing with what it was and what it is; undefined for any
 * other fact. Those of before it was recorded only name what was changed.
 */
export function contactChangeWords(fact: ThreadFact, names: FactNames): string | undefined {
  if (fact.type !== 'contact.changed') return undefined;
  const fields = `${fact.data['fields'] ?? ''}`.split(' ').filter(Boolean);
  if (fields.length === 0) return undefined;
  const actor = fact.actorId === null ? 'Porchlight' : names.member(fact.actorId);
  const said = fields.map((field) => wordsOf(field, fact.data, names)).join(', ');
  return capital(`${actor} changed ${names.contact}: ${said}`);
}

function wordsOf(field: string, data: ThreadFact['data'], { label }: FactNames): string {
  const [what, id = ''] = field.split(':');
  const from = data[`from:${field}`];
  const to = data[`to:${field}`];
  const isKnown = from !== undefined && to !== undefined;
  if (what === 'label') return labelWords(label(id), to);
  if (what === 'vip') return vipWords(to);
  const name = what === 'kind' ? 'kind' : `${data[`name:${field}`] ?? id}`;
  return isKnown ? `${name} from ${valueWords(from)} to ${valueWords(to)}` : name;
}

function labelWords(name: string, on: Said | undefined): string {
  if (on === undefined) return `label ${name}`;
  return on ? `with the label ${name}` : `without the label ${name}`;
}

function vipWords(to: Said | undefined): string {
  if (to === undefined) return 'VIP';
  return to ? 'now a VIP' : 'no VIP any more';
}

function valueWords(value: Said): string {
  if (value === null) return 'nothing';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return value.toLocaleString('en-GB', { maximumFractionDigits: 9 });
  return value ? 'yes' : 'no';
}
