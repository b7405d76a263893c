import { notFound } from 'next/navigation';
import { Refusal } from '@/lib/domain/refusal';

/** What was asked for, or the page that says that there is none: an address that was written by hand. */
export async function orNotFound<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'invalid') notFound();
    throw error;
  }
}
