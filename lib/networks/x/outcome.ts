import { z } from 'zod';
import type { DeliveryReason, SendOutcome } from '@/lib/domain/delivery/reasons';
import type { Exchange } from './http';
import { findJson } from './json';
import { id } from './payloads';
import type { Complaint } from './problems';
import { complaintIn, summaryOf } from './problems';
import { resetAfter } from './rates';

/** What a complaint proves. `unknown` is for one after which the message may be there all the same. */
type Verdict = { kind: 'not_accepted' | 'refused'; reason: DeliveryReason } | { kind: 'unknown' };

const unknown: Verdict = { kind: 'unknown' };
const refused = (reason: DeliveryReason): Verdict => ({ kind: 'refused', reason });
const notAccepted = (reason: DeliveryReason): Verdict => ({ kind: 'not_accepted', reason });

/** By sentence: the only thing that tells some refusals of v2 apart. First match wins, before the codes. */
export const verdictByDetail: readonly { pattern: RegExp; verdict: Verdict }[] = [
  { pattern: /already said that|duplicate/i, verdict: unknown },
  { pattern: /do not have permission to DM/i, verdict: refused('RECIPIENT_CLOSED') },
  { pattern: /users? that do(es)? not follow you/i, verdict: refused('RECIPIENT_CLOSED') },
  { pattern: /mentioned or (quoted|otherwise engaged)/i, verdict: refused('NOT_SUMMONED') },
  { pattern: /reply to a (post|tweet) that is deleted/i, verdict: refused('POST_GONE') },
  { pattern: /operation is not permitted/i, verdict: refused('SENDER_RESTRICTED') },
  { pattern: /^forbidden$/i, verdict: refused('APP_SCOPE_MISSING') },
  { pattern: /media ids? (are|is) invalid|invalid media/i, verdict: refused('ATTACHMENT_REFUSED') },
  { pattern: /text.*(too long|exceeds|over the limit)/i, verdict: refused('TEXT_TOO_LONG') },
];

/** By the numbers of v1 and of X's own clients. */
export const verdictByCode: ReadonlyMap<number, Verdict> = new Map([
  [17, refused('RECIPIENT_GONE')],
  [32, notAccepted('ACCOUNT_DISCONNECTED')],
  [50, refused('RECIPIENT_GONE')],
  [63, refused('RECIPIENT_GONE')],
  [64, refused('SENDER_RESTRICTED')],
  [88, notAccepted('RATE_LIMITED')],
  [89, notAccepted('ACCOUNT_DISCONNECTED')],
  [93, refused('APP_SCOPE_MISSING')],
  [99, notAccepted('ACCOUNT_DISCONNECTED')],
  [108, refused('RECIPIENT_GONE')],
  [135, notAccepted('ACCOUNT_DISCONNECTED')],
  [150, refused('RECIPIENT_CLOSED')],
  [151, unknown],
  [186, refused('TEXT_TOO_LONG')],
  [215, notAccepted('ACCOUNT_DISCONNECTED')],
  [226, refused('SENDER_RESTRICTED')],
  [261, refused('SENDER_RESTRICTED')],
  [326, refused('SENDER_RESTRICTED')],
  [349, refused('RECIPIENT_CLOSED')],
  [354, refused('TEXT_TOO_LONG')],
  [389, refused('BLOCKED_BY_US')],
  // The author limits who may answer.
  [425, refused('NOT_SUMMONED')],
  [433, refused('NOT_SUMMONED')],
  [453, refused('APP_SCOPE_MISSING')],
  [476, refused('RECIPIENT_VERIFIED_ONLY')],
  [502, notAccepted('RATE_LIMITED')],
]);

/** By the last segment of a problem's type, or its title. */
export const verdictByType: ReadonlyMap<string, Verdict> = new Map([
  ['credits-depleted', notAccepted('CREDITS_DEPLETED')],
  ['CreditsDepleted', notAccepted('CREDITS_DEPLETED')],
  ['client-forbidden', refused('APP_SCOPE_MISSING')],
  ['unsupported-authentication', refused('APP_SCOPE_MISSING')],
  ['rate-limit-exceeded', notAccepted('RATE_LIMITED')],
  ['usage-capped', notAccepted('RATE_LIMITED')],
  ['resource-not-found', refused('RECIPIENT_GONE')],
]);

/** By status alone, when nothing above speaks. A status that is not here proves nothing. */
export const verdictByStatus: ReadonlyMap<number, Verdict> = new Map([
  [400, refused('INVALID_MESSAGE')],
  [401, notAccepted('ACCOUNT_DISCONNECTED')],
  [402, notAccepted('CREDITS_DEPLETED')],
  [403, refused('INVALID_MESSAGE')],
  [404, refused('RECIPIENT_GONE')],
  [405, refused('INVALID_MESSAGE')],
  [409, refused('INVALID_MESSAGE')],
  [410, refused('RECIPIENT_GONE')],
  [413, refused('TEXT_TOO_LONG')],
  [415, refused('INVALID_MESSAGE')],
  [422, refused('INVALID_MESSAGE')],
  [429, notAccepted('RATE_LIMITED')],
]);

/** Statuses that settle the matter before the body is read. */
export const settledByStatus: ReadonlySet<number> = new Set([401, 402, 429]);

/** Where the answer names what was accepted. */
const accepted = {
  message: z
    .object({ data: z.object({ dm_event_id: id }) })
    .transform(({ data }) => data.dm_event_id),
  post: z.object({ data: z.object({ id }) }).transform(({ data }) => data.id),
} as const;

/** What an attempt to send came to. In doubt it is `unknown`: the network may have the message. */
export function outcomeOf(
  sending: Exchange,
  nowMs: number,
  what: keyof typeof accepted = 'message',
): SendOutcome {
  if (sending.phase === 'unsent') {
    return { kind: 'not_accepted', reason: 'NETWORK_UNREACHABLE', detail: sending.detail };
  }
  if (sending.phase === 'unanswered') return { kind: 'unknown', detail: sending.detail };
  const { status, headers } = sending;
  const json = sending.phase === 'answered' ? findJson(sending.text) : undefined;
  if (status >= 200 && status < 300) return acceptedOr(accepted[what].safeParse(json).data, status);
  const complaint = complaintIn(json);
  const verdict = verdictOn(sending, complaint);
  const detail = summaryOf(complaint, status);
  if (verdict.kind === 'unknown' || verdict.kind === 'refused') return { ...verdict, detail };
  const retryAt = verdict.reason === 'RATE_LIMITED' ? resetAfter(headers, nowMs) : undefined;
  return { ...verdict, detail, ...(retryAt && { retryAt }) };
}

function acceptedOr(externalId: string | undefined, status: number): SendOutcome {
  return externalId === undefined
    ? { kind: 'unknown', detail: `${status}: no id in the answer` }
    : { kind: 'accepted', externalId };
}

/** Why a call that sends nothing was refused for good. */
export function refusalIn(answered: Exchange): DeliveryReason {
  if (answered.phase !== 'answered') return 'INVALID_MESSAGE';
  const verdict = verdictOn(answered, complaintIn(findJson(answered.text)));
  return verdict.kind === 'refused' ? verdict.reason : 'INVALID_MESSAGE';
}

/** Said of a message, or of a post, that stands there already: perhaps ours. */
const mayBeThere: ReadonlySet<number> = new Set([151, 187]);

function verdictOn(sending: Exchange & { status: number }, complaint: Complaint): Verdict {
  const { phase, status } = sending;
  const byStatus = verdictByStatus.get(status) ?? unknown;
  if (settledByStatus.has(status)) return byStatus;
  if (phase === 'cut' || status < 400 || status >= 500) return unknown;
  const { codes, types, details } = complaint;
  return (
    first(codes, (code) => (mayBeThere.has(code) ? unknown : undefined)) ??
    first(details, (text) => verdictByDetail.find(({ pattern }) => pattern.test(text))?.verdict) ??
    first(codes, (code) => verdictByCode.get(code)) ??
    first(types, (type) => verdictByType.get(type)) ??
    byStatus
  );
}

function first<T>(items: readonly T[], verdictOf: (item: T) => Verdict | undefined) {
  return items.map(verdictOf).find((verdict) => verdict !== undefined);
}
