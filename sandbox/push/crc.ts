import { randomBytes } from 'node:crypto';
import type { Sandbox } from '../core/sandbox';
import { sameText } from '../oauth/oauth1';
import { signed } from './sign';

const TIMEOUT_MS = 10_000;

/** `broken` is certain and ends a webhook's validity; `silent` may heal. */
export type CrcResult = { verdict: 'good' } | { verdict: 'broken' | 'silent'; why: string };

/** Asks an address to prove that it knows the app's secret. */
export async function challenge(sandbox: Sandbox, address: string): Promise<CrcResult> {
  const token = randomBytes(24).toString('base64url');
  const url = new URL(address);
  url.searchParams.set('crc_token', token);
  url.searchParams.set('nonce', randomBytes(12).toString('hex'));
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.status >= 300 && response.status < 400)
      return { verdict: 'broken', why: `it redirects (${response.status})` };
    if (!response.ok) return { verdict: 'silent', why: `it answered ${response.status}` };
    const answer = (await response.json().catch(() => null)) as { response_token?: unknown } | null;
    const good = sameText(
      String(answer?.response_token),
      signed(sandbox.app.consumerSecret, token),
    );
    return good ? { verdict: 'good' } : { verdict: 'broken', why: 'it answered a wrong token' };
  } catch (error) {
    return { verdict: 'silent', why: `it could not be reached (${causeOf(error)})` };
  }
}

export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  const code = cause instanceof Error ? (cause as NodeJS.ErrnoException).code : undefined;
  return code ?? error.name;
}

/** Checks a registered webhook now and records what came of it. */
export async function check(sandbox: Sandbox, id: string): Promise<CrcResult> {
  const webhook = sandbox.world.webhooks.get(id);
  if (!webhook) return { verdict: 'broken', why: 'it is not registered' };
  const result = await challenge(sandbox, webhook.url);
  const valid = result.verdict === 'good' || (result.verdict === 'silent' && webhook.valid);
  const why = result.verdict === 'good' ? {} : { why: result.why };
  sandbox.record({ kind: 'webhook.checked', id, valid, ...why });
  return result;
}
