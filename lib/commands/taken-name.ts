import 'server-only';
import { Refusal } from '@/lib/domain/refusal';
import { sqlStateOf } from './retry';

const UNIQUE_VIOLATION = '23505';

/** Runs a write whose only unique rule is a name; says at the field that the name is taken. */
export async function unlessTaken<T>(message: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (sqlStateOf(error) !== UNIQUE_VIOLATION) throw error;
    // biome-ignore lint/style/useErrorCause: a refusal is an answer, not a failure
    throw new Refusal('conflict', message, { fields: { name: message } });
  }
}
