import type { LayerName } from '@/lib/domain/permissions/decide';
import type { Mode } from '@/lib/domain/permissions/finding';
import type { FieldName } from '@/lib/domain/permissions/suppose-fields';
import { fields } from '@/lib/domain/permissions/suppose-fields';
import type { RuleName } from '@/lib/domain/permissions/suppose-network';
import { factNames } from '../permission/facts';

/** Each rule by its network or its time, for a choice and for a table. */
export const ruleWords: Record<RuleName, { name: string; when: string; network: string }> = {
  'x.mutual_follow': {
    name: 'Mutual follow',
    when: 'until Oct 2013, Nov 2013 to Apr 2015',
    network: 'X',
  },
  'x.followers_opt_in_2013': { name: 'Opt-in 2013', when: 'Oct to Nov 2013', network: 'X' },
  'x.open_dm_2015': { name: 'Open messages 2015', when: 'Apr 2015 to Jul 2023', network: 'X' },
  'x.today': { name: 'Today', when: 'since Jul 2023', network: 'X' },
  bluesky: { name: 'Bluesky', when: 'today', network: 'Bluesky' },
  meta: { name: 'Reply windows', when: 'Messenger and Instagram', network: 'Messenger' },
};

export function layerTitle(layer: LayerName, network: string): string {
  return layer === 'network' ? `${network}’s rule` : layerTitles[layer];
}

const layerTitles: Record<Exclude<LayerName, 'network'>, string> = {
  channel: 'Channel',
  contact: 'Between the two',
  brand: 'Brand’s policy',
  message: 'Message',
  budget: 'Budget',
};

/** Where an allowed message lands. */
export const modeWords: Record<Mode, string> = {
  inbox: 'In their inbox',
  reply: 'As an answer',
  request: 'Among their requests',
  human_agent: 'As a human agent’s answer',
  template: 'As a template',
  public: 'In public',
};

/** What a field is called; `network` as people write it. */
export function fieldLabel(name: FieldName, network: string): string {
  const { fact } = fields[name];
  const own = labels[name];
  if (own) return own;
  const known = Object.entries(factNames).find(([one]) => one === fact);
  return known ? known[1](network) : name;
}

const labels: Partial<Record<FieldName, string>> = {
  purpose: 'Purpose',
  by: 'Written by',
  rules: 'Rule set',
  state: 'State',
  lastOutbound: 'We last wrote',
  optedOutAgo: 'Since',
  encrypted: 'Last wrote encrypted',
  gone: 'Account is gone',
  theirDoor: 'Their door',
  setting: 'Their setting',
  inConversation: 'In conversation',
  weAreVerified: 'We are verified',
  theyAreVerified: 'They are verified',
  consent: 'Agreed to offers',
  offersSent: 'Offers sent lately',
  offerCap: 'Most offers',
  offerDays: 'In so many days',
  quiet: 'Quiet hours',
  zone: 'Their time zone',
  outreach: 'First messages',
  outreachToday: 'Sent today',
  outreachCap: 'Most in a day',
  needsLead: 'Needs a lead',
  approved: 'A lead approved',
  message: 'Text and files',
  budget: 'Left to send',
};

/** What a word of a field means to people. */
export function choiceWords(name: FieldName, word: string): string {
  const own = choices[name]?.[word] ?? common[word];
  if (own !== undefined) return own;
  const [, count, unit] = /^(\d+)([mhd])$/.exec(word) ?? [];
  if (count && unit) return `${count} ${units[unit]} ago`;
  if (name === 'quiet') return word.replace('-', ' to ');
  if (name === 'offerDays') return `${word} days`;
  return word.replaceAll('_', ' ');
}

const units: Record<string, string> = { m: 'min', h: 'h', d: 'd' };

const common: Record<string, string> = {
  yes: 'Yes',
  no: 'No',
  unknown: 'Not known',
  never: 'Never',
  '0m': 'Just now',
};

const choices: Partial<Record<FieldName, Record<string, string>>> = {
  purpose: { reply: 'Reply', follow_up: 'Follow-up', offer: 'Offer', outreach: 'Outreach' },
  by: { person: 'A person', automation: 'Automation' },
  rules: Object.fromEntries(
    Object.entries(ruleWords).map(([rule, { name, when, network }]) => [
      rule,
      network === 'X' ? `X: ${name} (${when})` : `${name} (${when})`,
    ]),
  ),
  state: {
    connected: 'Connected',
    disconnected: 'Disconnected',
    suspended: 'Suspended',
    locked: 'Locked',
    credits_depleted: 'Credits used up',
  },
  optedOut: { offers: 'Of offers', all: 'Of everything' },
  theirDoor: doorWords('Their followers'),
  ourDoor: doorWords('Our followers'),
  setting: { all: 'Everyone', following: 'Whom they follow', none: 'Nobody' },
  consent: { unknown: 'No' },
  quiet: { none: 'None', '00:00-23:59': 'All day' },
  outreach: { yes: 'Allowed', no: 'Not allowed' },
  message: { fits: 'Fit', too_long: 'Text too long', files: 'Files not taken' },
  budget: { room: 'Enough', spent: 'Nothing for now' },
};

function doorWords(followers: string): Record<string, string> {
  return { everyone: 'Everyone', verified: 'Verified accounts', followers, nobody: 'Nobody' };
}
