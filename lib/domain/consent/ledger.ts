import type { ContactFacts } from '../permissions/input';

/** What a person allows or forbids: any message of ours, or those that promote. */
export const consentScopes = ['all', 'offers'] as const;
export type ConsentScope = (typeof consentScopes)[number];

/** How we know: by a word that opts out by itself, in a message that a member points to, or told elsewhere. */
export const consentSources = ['word', 'message', 'told'] as const;
export type ConsentSource = (typeof consentSources)[number];

/** A line of the ledger. `at` is when they said it, in epoch milliseconds. */
export type ConsentEntry = {
  scope: ConsentScope;
  granted: boolean;
  source: ConsentSource;
  at: number;
};

/** What holds by the whole ledger. */
export type Standing = {
  optedOut: ContactFacts['optedOut'];
  /** Since when they agree to be sent offers. */
  offersSince: number | null;
};

/**
 * Reads a person's ledger, in any order. The newest word of each scope holds, and of two at once the no.
 * Whoever forbade everything has taken back what they allowed before.
 */
export function standingOf(entries: readonly ConsentEntry[]): Standing {
  const all = newest(entries, 'all');
  const offers = newest(entries, 'offers');
  if (all && !all.granted) return { optedOut: { scope: 'all', at: all.at }, offersSince: null };
  if (offers && !offers.granted) {
    return { optedOut: { scope: 'offers', at: offers.at }, offersSince: null };
  }
  const forbidden = Math.max(...entries.filter(forbidsAll).map(({ at }) => at));
  const agreed = offers && offers.at > forbidden ? offers.at : null;
  return { optedOut: null, offersSince: agreed };
}

/**
 * Why an entry may not be written; null when it may. A person's no is taken back by their own words only,
 * said after it: nobody here can talk it away.
 */
export function ledgerRefusal(
  { optedOut }: Standing,
  entry: Omit<ConsentEntry, 'source'> & { source: ConsentSource },
): 'needs_their_words' | 'forbidden_before' | 'nothing_to_take_back' | null {
  if (!entry.granted) return null;
  if (entry.scope === 'all' && optedOut?.scope !== 'all') return 'nothing_to_take_back';
  if (optedOut === null) return null;
  if (entry.scope === 'offers' && optedOut.scope === 'all') return 'forbidden_before';
  if (entry.source === 'told' || entry.at <= optedOut.at) return 'needs_their_words';
  return null;
}

function newest(entries: readonly ConsentEntry[], scope: ConsentScope): ConsentEntry | undefined {
  return entries
    .filter((entry) => entry.scope === scope)
    .sort((one, other) => other.at - one.at || Number(one.granted) - Number(other.granted))[0];
}

function forbidsAll({ scope, granted }: ConsentEntry): boolean {
  return scope === 'all' && !granted;
}
