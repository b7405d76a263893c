import { z } from 'zod';
import type { Answer, BlockOutcome } from '../network';
import { NetworkFailure } from '../network';
import type { Api } from './api';
import { failureOf } from './call';
import { exchange } from './http';
import { findJson } from './json';
import { refusalIn } from './outcome';
import { rateIn } from './rates';

const answered = z.object({ data: z.object({ blocked: z.boolean() }) });

/**
 * Blocks a person's private messages alone, or ends that: what they say in public and who follows whom
 * stays as it is. X takes it any number of times.
 */
export async function setBlock(
  api: Api,
  personExternalId: string,
  blocked: boolean,
): Promise<Answer<BlockOutcome>> {
  const path = `/2/users/${personExternalId}/dm/${blocked ? 'block' : 'unblock'}`;
  const heard = await exchange(api.request({ method: 'POST', path }));
  const rate = 'headers' in heard ? rateIn(heard.headers) : undefined;
  const failure = failureOf(heard);
  const more = rate && { rate };
  if (failure?.kind === 'refused') {
    return { value: { kind: 'refused', reason: refusalIn(heard) }, ...more };
  }
  if (failure) throw new NetworkFailure(failure, rate);
  const said = answered.safeParse(heard.phase === 'answered' ? findJson(heard.text) : undefined);
  if (said.data?.data.blocked !== blocked) {
    const detail = said.success ? 'the other was answered' : 'missing or wrong: data.blocked';
    throw new NetworkFailure({ kind: 'not_understood', detail }, rate);
  }
  return { value: { kind: 'done' }, ...more };
}
