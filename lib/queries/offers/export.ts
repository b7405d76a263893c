import 'server-only';
import { withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { networkName } from '@/lib/domain/channel/network-name';
import type { TextFile } from '@/lib/domain/csv';
import { csvOf } from '@/lib/domain/csv';
import { keptBackSentence } from '@/lib/domain/offers/kept-back';
import type { OfferView } from './offer';
import { offerView } from './offer';
import type { RecipientLine } from './recipients';
import { recipientLines } from './recipients';

/** More than any audience; so that a mistake in one place is not the end of the memory in another. */
const mostRows = 200_000;

type Cell = (line: RecipientLine, offer: OfferView) => string | null;

const columns: Record<string, Cell> = {
  name: ({ name }) => name,
  handle: ({ handle }) => handle,
  outcome: ({ outcome }) => outcome,
  reason: ({ reason }) => reason,
  sentence: ({ reason, name }, { channel, network }) =>
    reason && keptBackSentence(reason, { contact: name, channel, network: networkName(network) }),
  code: ({ code }) => code,
  delivery: ({ delivery }) => delivery,
  decided_at: ({ decidedAt }) => decidedAt,
};

/** Whom an offer was for and what became of it, as a table for a spreadsheet. */
export async function offerFile(actor: Actor, offerId: string): Promise<TextFile> {
  const offer = await offerView(actor, offerId);
  const lines = await withWorkspace(
    actor.workspaceId,
    (tx) =>
      recipientLines(tx, actor.workspaceId, {
        ...{ offerId, limit: mostRows, outcome: null, reason: null, after: null },
      }),
    'read',
  );
  const rows = lines.map((line) => Object.values(columns).map((cell) => cell(line, offer)));
  return {
    name: 'offer-recipients.csv',
    type: 'text/csv; charset=utf-8',
    text: csvOf([Object.keys(columns), ...rows]),
  };
}
