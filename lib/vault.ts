import 'server-only';
import { CompactEncrypt, compactDecrypt, decodeProtectedHeader } from 'jose';
import { env } from './env';

/** The one cell that a secret belongs to; its envelope opens nowhere else. */
export type Cell = { table: string; column: string; workspaceId: string; rowId: string };

/** Encrypts a secret for one cell with the newest key: a compact JWE that names its key and its cell. */
export function seal(secret: string, cell: Cell): Promise<string> {
  const { kid, key } = newestKey();
  return new CompactEncrypt(new TextEncoder().encode(secret))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid, ctx: contextOf(cell) })
    .encrypt(key);
}

/** The secret of this cell. Throws `VaultError` for another cell's envelope, a lost key or a changed byte. */
export async function unseal(envelope: string, cell: Cell): Promise<string> {
  const { kid, ctx } = headerOf(envelope);
  if (ctx !== contextOf(cell)) throw new VaultError('this envelope belongs to another row');
  const known = env().ENCRYPTION_KEYS.find((each) => each.kid === kid);
  if (!known) throw new VaultError(`no key named ${String(kid)} is configured`);
  try {
    const { plaintext } = await compactDecrypt(envelope, known.key, {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    return new TextDecoder().decode(plaintext);
  } catch (error) {
    throw new VaultError('the envelope does not open', { cause: error });
  }
}

/** Whether an envelope was made with the newest key. Others should be sealed anew. */
export function isCurrent(envelope: string): boolean {
  return headerOf(envelope)['kid'] === newestKey().kid;
}

/** A secret could not be read. Carries nothing of the secret. */
export class VaultError extends Error {
  override readonly name = 'VaultError';
}

function headerOf(envelope: string): Record<string, unknown> {
  try {
    return { ...decodeProtectedHeader(envelope) };
  } catch (error) {
    throw new VaultError('this is not an envelope', { cause: error });
  }
}

function contextOf({ table, column, workspaceId, rowId }: Cell): string {
  return `${table}:${column}:${workspaceId}:${rowId}`;
}

function newestKey() {
  const [newest] = env().ENCRYPTION_KEYS;
  if (!newest) throw new VaultError('no encryption key is configured');
  return newest;
}
