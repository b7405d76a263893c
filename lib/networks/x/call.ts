import type { z } from 'zod';
import type { Answer, CallFailure } from '../network';
import { NetworkFailure } from '../network';
import type { Exchange, HttpRequest } from './http';
import { exchange } from './http';
import { findJson } from './json';
import type { Complaint } from './problems';
import { complaintIn, summaryOf } from './problems';
import { rateIn, resetAfter } from './rates';

/** Calls and reads the answer by its schema. Throws `NetworkFailure` for anything but an understood success. */
export async function call<S extends z.ZodType>(
  request: HttpRequest,
  schema: S,
): Promise<Answer<z.output<S>>> {
  const answered = await exchange(request);
  const failure = failureOf(answered);
  const rate = 'headers' in answered ? rateIn(answered.headers) : undefined;
  if (failure) throw new NetworkFailure(failure, rate);
  const json = answered.phase === 'answered' ? findJson(answered.text) : undefined;
  const { data, error } = schema.safeParse(json);
  if (error)
    throw new NetworkFailure({ kind: 'not_understood', detail: misread(json, error) }, rate);
  return { value: data, ...(rate && { rate }) };
}

/** What went wrong; undefined for a whole answer with a status of success. */
export function failureOf(answered: Exchange): CallFailure | undefined {
  if (answered.phase === 'unsent') return unreachable(answered.detail, false);
  if (answered.phase === 'unanswered') return unreachable(answered.detail, true);
  const { status, headers } = answered;
  const complaint = complaintIn(
    answered.phase === 'answered' ? findJson(answered.text) : undefined,
  );
  const detail = summaryOf(complaint, status);
  if (status === 401) return { kind: 'unauthorized', detail };
  if (status === 402 || isCreditsDepleted(complaint)) return { kind: 'credits_depleted' };
  if (status === 429) return rateLimited(resetAfter(headers, Date.now()));
  if (status >= 400 && status < 500) return { kind: 'refused', status, detail };
  if (status < 200 || status >= 300) return unreachable(detail, true);
  return answered.phase === 'cut' ? unreachable(answered.detail, true) : undefined;
}

function unreachable(detail: string, mayHaveArrived: boolean): CallFailure {
  return { kind: 'unreachable', detail, mayHaveArrived };
}

function rateLimited(resetAt: Date | undefined): CallFailure {
  return { kind: 'rate_limited', ...(resetAt && { resetAt }) };
}

function isCreditsDepleted({ types }: Complaint): boolean {
  return types.some((type) => type === 'credits-depleted' || type === 'CreditsDepleted');
}

/** Names what was missing, and what X complained about beside a status of success. */
function misread(json: unknown, error: z.ZodError): string {
  const fields = error.issues.map(({ path }) => path.map(String).join('.') || 'answer').join(', ');
  const [complaint] = complaintIn(json).details;
  return `missing or wrong: ${fields}${complaint ? ` (${complaint})` : ''}`.slice(0, 300);
}
