import { contactKinds } from '@/lib/domain/contact/contact';
import { languageName, valueWord } from '@/lib/domain/rules/condition-words';
import type { RuleNames, RuleThings } from '@/lib/domain/rules/names';
import type { ConditionKind, ListKind } from '@/lib/domain/rules/rule';
import { cameBy, places, visits } from '@/lib/domain/rules/rule';
import { intents, urgencies } from '@/lib/domain/triage/intent';
import { offered } from '../promises/conditions';
import { capital } from '../ui/capital';
import type { Choice } from '../ui/picker';

/** What can be asked, in the order in which it is offered; `about` says how. */
export const conditionKinds: Record<ConditionKind, { name: string; about: string }> = {
  intent: { name: 'Intent', about: 'what it is: a complaint, a question' },
  words: { name: 'Words', about: 'what it says' },
  urgency: { name: 'Urgency', about: 'how much it hurries' },
  language: { name: 'Language', about: 'what it is written in' },
  place: { name: 'Private or mention', about: 'where they wrote' },
  came: { name: 'How it came', about: 'a stranger, an answer, a link' },
  visit: { name: 'Visit', about: 'a new one, or one that goes on' },
  channel: { name: 'Channel', about: 'which account it came to' },
  contactKind: { name: 'Contact', about: 'what they are to us' },
  vip: { name: 'VIP', about: 'whether they are one' },
  contactLabel: { name: 'Contact’s labels', about: 'what they carry' },
  attribute: { name: 'Contact’s attribute', about: 'what is known of them' },
  followers: { name: 'Followers', about: 'how many they have' },
  verified: { name: 'Verified', about: 'whether their account is' },
  label: { name: 'Labels', about: 'what the conversation carries' },
  teamed: { name: 'Team', about: 'whether it has one' },
  hours: { name: 'Hours', about: 'whether we are open' },
};

const languages = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'da',
  'sv',
  'nb',
  'fi',
  'pl',
  'cs',
  'hu',
  'ro',
  'el',
  'tr',
  'uk',
  'ru',
  'ar',
  'he',
  'fa',
  'hi',
  'th',
  'vi',
  'id',
  'zh',
  'ja',
  'ko',
];

const values: Partial<Record<ListKind, readonly string[]>> = {
  place: places,
  came: cameBy,
  visit: visits,
  intent: intents,
  urgency: urgencies,
  contactKind: contactKinds,
};

/** What can be chosen for a condition that asks for one of a list. */
export function choicesFor(
  kind: ListKind,
  chosen: readonly string[],
  { things, names }: { things: RuleThings; names: RuleNames },
): Choice[] {
  if (kind === 'channel') return offered(things.channels, chosen);
  if (kind === 'label' || kind === 'contactLabel') return offered(things.labels, chosen);
  if (kind === 'language') {
    const all = [...new Set([...languages, ...chosen])];
    return all.map((id) => ({ id, label: languageName(id) }));
  }
  return (values[kind] ?? []).map((id) => ({ id, label: capital(valueWord(kind, id, names)) }));
}

/** The kinds that can be asked about here: nobody is asked for an attribute where there is none. */
export function kindsOffered(things: RuleThings): Choice[] {
  const kinds = Object.keys(conditionKinds) as ConditionKind[];
  return kinds
    .filter((kind) => kind !== 'attribute' || things.attributes.length > 0)
    .filter((kind) => kind !== 'hours' || things.calendars.length > 0)
    .map((id) => ({ id, label: conditionKinds[id].name, hint: conditionKinds[id].about }));
}
