import type { Account, Answer, AppConfig } from '../network';
import { NetworkFailure } from '../network';
import { NOT_PUBLIC, publicLookup } from '../public-address';
import { failureOf } from './call';
import type { Exchange } from './http';
import { exchange, TOO_LARGE } from './http';
import { mediaDeadlineMs } from './media';
import { sourceOf } from './media-source';
import { rateIn } from './rates';

/** Fetches what came with a message: from X alone, without following anybody elsewhere. */
export async function downloadMedia(
  app: AppConfig,
  account: Account,
  { url, limitBytes }: { url: string; limitBytes: number },
): Promise<Answer<Uint8Array>> {
  const source = sourceOf(app, url);
  if (!source) throw notAllowed('the address is not one of X');
  const answered = await exchange({
    method: 'GET',
    url: source.url,
    headers:
      source.asker === 'account'
        ? { authorization: `Bearer ${account.accessToken}`, 'accept-encoding': 'identity' }
        : { 'accept-encoding': 'identity' },
    deadlineMs: mediaDeadlineMs(app),
    limitBytes,
    // The API's own address is the settings' word; every other name is checked.
    ...(source.asker === 'nobody' && { lookup: publicLookup }),
  });
  const rate = 'headers' in answered ? rateIn(answered.headers) : undefined;
  if (answered.phase !== 'answered') throw brokenOff(answered, rate);
  if (answered.status >= 300 && answered.status < 400) throw notAllowed('X points elsewhere');
  const failure = failureOf(answered);
  if (failure) throw new NetworkFailure(failure, rate);
  return { value: answered.bytes, ...(rate && { rate }) };
}

function brokenOff(
  broken: Exclude<Exchange, { phase: 'answered' }>,
  rate: ReturnType<typeof rateIn>,
): NetworkFailure {
  if (broken.detail === TOO_LARGE) return new NetworkFailure({ kind: 'too_large' }, rate);
  if (broken.detail === NOT_PUBLIC)
    return notAllowed('the name stands for an address in the house');
  const failure = failureOf(broken) ?? {
    kind: 'unreachable' as const,
    detail: broken.detail,
    mayHaveArrived: true,
  };
  return new NetworkFailure(failure, rate);
}

function notAllowed(detail: string): NetworkFailure {
  return new NetworkFailure({ kind: 'not_allowed', detail });
}
