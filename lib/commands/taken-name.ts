import 'server-only';
import { refusedField } from '@/lib/domain/refusal';
import { sqlStateOf } from './retry';

const UNIQUE_VIOLATION = '23505';

/** Runs a write whose only unique rule is a name; says at the field that the name is taken. */
export async function unlessTaken<T>(message: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (sqlStateOf(error) !== UNIQUE_VIOLATION) throw error;
    throw refusedField('name', message, 'conflict');
  }
}
