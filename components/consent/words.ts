import type { ConsentEntry, Standing } from '@/lib/domain/consent/ledger';
import type { LedgerLine } from '@/lib/queries/consent/ledger';

/** A line as the rules read it. */
export function entryIn({ scope, granted, source, at }: LedgerLine): ConsentEntry {
  return { scope, granted, source, at: Date.parse(at) };
}

/** What a line of the ledger says, of whom the panel is about. */
export function lineWords({ scope, granted }: Pick<LedgerLine, 'scope' | 'granted'>): string {
  if (scope === 'all') return granted ? 'May be written to again' : 'No more messages';
  return granted ? 'Agreed to be sent offers' : 'No offers';
}

/** How we know, in the fewest words. */
export function shownBy({ source, evidence, recordedBy }: LedgerLine): string {
  if (source === 'word') return `by the word “${evidence ?? ''}”`;
  const who = recordedBy ?? 'a member';
  return source === 'message' ? `in a message, noted by ${who}` : `told ${who}`;
}

/** What became of telling them. */
export function confirmedWords(state: string | null): string | null {
  if (state === null) return null;
  if (state === 'sent') return 'confirmed to them';
  return state === 'failed' || state === 'cancelled'
    ? 'the confirmation did not arrive'
    : 'being confirmed';
}

/** What they may be sent, by the whole ledger. */
export function standingWords({ optedOut, offersSince }: Standing) {
  const none = optedOut?.scope === 'all';
  const since = (at: number | null | undefined) => (at ? new Date(at).toISOString() : null);
  return {
    messages: none
      ? { word: 'Opted out', grave: true, at: since(optedOut.at) }
      : { word: 'Nothing against it', grave: false, at: null },
    offers: offersWords(optedOut !== null, { at: since(optedOut?.at), since: since(offersSince) }),
  };
}

function offersWords(
  declined: boolean,
  { at, since }: { at: string | null; since: string | null },
) {
  if (declined) return { word: 'Declined', grave: true, at };
  if (since) return { word: 'Agreed', grave: false, at: since };
  return { word: 'Not asked', grave: false, at: null };
}
