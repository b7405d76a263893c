import { ask } from '../wire';
import type { Rig } from './rig';

/** Asks the sandbox's switchboard; its answer. */
export async function control<T>(
  rig: Rig,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  where: string,
  input?: unknown,
): Promise<T> {
  const body = input === undefined ? undefined : JSON.stringify(input);
  const reply = await ask(`${rig.sandbox}/sandbox/${where}`, {
    method,
    ...(body === undefined
      ? {}
      : {
          body,
          headers: {
            'content-type': 'application/json',
            'content-length': String(Buffer.byteLength(body)),
          },
        }),
  });
  if (reply.status >= 300)
    throw new Error(`sandbox ${where}: ${reply.status} ${reply.body.slice(0, 300)}`);
  return JSON.parse(reply.body || 'null') as T;
}

export type LedgerEntry = { kind: string; offset: number; at: string } & Record<string, unknown>;

export type LedgerMessage = { id: string; fromId: string; toId: string; text: string };

/** Lines of the ledger of these kinds, in order. */
export async function ledger(rig: Rig, kind: string): Promise<LedgerEntry[]> {
  return (await control<{ entries: LedgerEntry[] }>(rig, 'GET', `ledger?kind=${kind}`)).entries;
}

/** What the network holds from us, in its order. */
export async function acceptedFrom(rig: Rig, accountId: string): Promise<LedgerMessage[]> {
  const entries = await ledger(rig, 'message.created');
  return entries
    .map((entry) => entry['message'] as LedgerMessage)
    .filter((message) => message.fromId === accountId);
}
