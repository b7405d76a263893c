import type { Env } from '@/lib/env';
import type { AppConfig } from '../network';

const CALL_DEADLINE_MS = 10_000;
const SHORTEST_DEADLINE_MS = 1_500;

/** The app's addresses and secrets for X, out of the settings. */
export function appConfigFrom(env: Env): AppConfig {
  return {
    apiUrl: env.X_API_URL,
    authorizeUrl: env.X_AUTHORIZE_URL,
    clientId: env.X_CLIENT_ID,
    clientSecret: env.X_CLIENT_SECRET,
    consumerKey: env.X_CONSUMER_KEY,
    consumerSecrets: [env.X_CONSUMER_SECRET, env.X_CONSUMER_SECRET_PREVIOUS].filter(
      (secret) => secret !== undefined,
    ),
    bearerToken: env.X_BEARER_TOKEN,
    siteUrl: env.SANDBOX_URL ?? 'https://x.com',
    // X has no such thing: only where the address is a sandbox's.
    hasDoorControl: env.SANDBOX_URL !== undefined,
    callDeadlineMs: Math.max(SHORTEST_DEADLINE_MS, CALL_DEADLINE_MS * env.TIME_SCALE),
  };
}

/** Where X is told to push. */
export function webhookUrlFrom(env: Env): string {
  return env.X_WEBHOOK_URL ?? `${env.APP_URL}/api/webhooks/x`;
}
