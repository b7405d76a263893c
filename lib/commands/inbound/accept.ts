import 'server-only';
import { v7 as uuid } from 'uuid';
import { single } from '@/db/client';
import { nudgeSoon } from '@/lib/jobs/nudge-soon';

/** The database must answer within this, or the network is asked to come again. */
const ANSWER_MS = 2_000;

/**
 * Commits a verified webhook body, byte for byte, and has the workers woken. Resolves only after the
 * commit; `repeated` when the network told us this before. Rejects when the database does not answer.
 */
export async function acceptDelivery(delivery: {
  network: string;
  dedupeKey: string;
  body: Uint8Array;
}): Promise<'accepted' | 'repeated'> {
  const { network, dedupeKey, body } = delivery;
  const query = {
    name: 'accept-inbound',
    text: 'select porchlight_accept_inbound($1, $2, $3, $4) as accepted',
    values: [
      uuid(),
      network,
      dedupeKey,
      Buffer.from(body.buffer, body.byteOffset, body.byteLength),
    ],
    // Known to the driver, not to its types: gives up on this side too, and drops the connection.
    query_timeout: ANSWER_MS,
  };
  const [answer] = await single<{ accepted: boolean }>(query);
  if (!answer?.accepted) return 'repeated';
  nudgeSoon('inbound');
  return 'accepted';
}
