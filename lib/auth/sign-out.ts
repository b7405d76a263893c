import 'server-only';
import { currentBrowser, dropSessionCookie } from './browser';
import { endSessionOfSecret } from './sessions';

/** Ends the session of this browser, if it has one, on both sides. */
export async function signOut(): Promise<void> {
  const { session } = await currentBrowser();
  if (session !== null) await endSessionOfSecret(session);
  await dropSessionCookie();
}
