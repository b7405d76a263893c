import 'server-only';
import { cookies } from 'next/headers';
import { cache } from 'react';
import { Refusal } from '@/lib/domain/refusal';
import { env } from '@/lib/env';
import type { Person } from './authenticate';
import { authenticate } from './authenticate';
import { cookieName } from './session-cookie';

/** Who is signed in here, member of anything or not. Asked once per page, however often it is called. */
export const currentPerson = cache(async (): Promise<Person> => {
  const jar = await cookies();
  return await authenticate(jar.get(cookieName(env().APP_URL))?.value);
});

/** The same, with null for a browser that is not signed in. Other failures are thrown. */
export async function findPerson(): Promise<Person | null> {
  try {
    return await currentPerson();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'unauthenticated') return null;
    throw error;
  }
}
