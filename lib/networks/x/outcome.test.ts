import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeliveryReason } from '@/lib/domain/delivery/reasons';
import type { Exchange } from './http';
import {
  outcomeOf,
  settledByStatus,
  verdictByCode,
  verdictByDetail,
  verdictByStatus,
  verdictByType,
} from './outcome';

const nowMs = 1_784_928_224_372;

function answered(status: number, body: unknown, headers = {}): Exchange {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const bytes = Buffer.from(text);
  return { phase: 'answered', status, headers: new Headers(headers), bytes, text };
}

function cut(status: number): Exchange {
  return { phase: 'cut', status, headers: new Headers(), detail: 'the answer broke off' };
}

function outcome(sending: Exchange) {
  return outcomeOf(sending, nowMs);
}

function v1(status: number, code: number, message = 'no') {
  return answered(status, { errors: [{ code, message }] });
}

function problem(status: number, detail: string, type = 'about:blank', title = 'Forbidden') {
  return answered(status, { title, detail, type, status });
}

const everyStatus = Array.from({ length: 500 }, (_, nth) => 100 + nth);
const bodies = ['', '<html>', '{}', '{"data":null}', '{"errors":[{"code":150}]}', '[]'];

describe('an attempt that the network took', () => {
  it('is accepted only with the id of the message, whatever the status of success', () => {
    const body = '{"data":{"dm_conversation_id":"1-2","dm_event_id":2080765901528535101}}';
    for (const status of [200, 201]) {
      expect(outcome(answered(status, body))).toEqual({
        kind: 'accepted',
        externalId: '2080765901528535101',
      });
    }
  });

  it.each(bodies)('is unknown when the answer is a success without an id: %j', (body) => {
    for (const status of [200, 201, 202, 204]) {
      expect(outcome(answered(status, body))).toMatchObject({ kind: 'unknown' });
    }
  });
});

describe('an attempt that ended in doubt', () => {
  it('is not accepted only when the request never left', () => {
    expect(outcome({ phase: 'unsent', detail: 'ECONNREFUSED' })).toEqual({
      kind: 'not_accepted',
      reason: 'NETWORK_UNREACHABLE',
      detail: 'ECONNREFUSED',
    });
    expect(outcome({ phase: 'unanswered', detail: 'ECONNRESET' })).toEqual({
      kind: 'unknown',
      detail: 'ECONNRESET',
    });
  });

  it('is unknown for every status that is neither a success nor a refusal, whatever the body', () => {
    const doubtful = everyStatus.filter(
      (status) => status < 200 || (status >= 300 && status < 400),
    );
    const failed = everyStatus.filter((status) => status >= 500);
    for (const status of [...doubtful, ...failed]) {
      for (const body of bodies) {
        expect(outcome(answered(status, body))).toMatchObject({ kind: 'unknown' });
      }
    }
  });

  it('is unknown for a refusal whose explanation was cut, save where the status says it all', () => {
    for (const status of everyStatus) {
      const kind = settledByStatus.has(status) ? 'not_accepted' : 'unknown';
      expect(outcome(cut(status)), `${status}`).toMatchObject({ kind });
    }
  });

  it('is unknown after code 187, which a post meets that is there already', () => {
    expect(outcome(v1(403, 187, 'Status is a duplicate.'))).toMatchObject({ kind: 'unknown' });
    expect(outcome(v1(403, 187, 'no explanation'))).toMatchObject({ kind: 'unknown' });
  });

  it('is unknown after code 151 and after a complaint about a duplicate: it may be there', () => {
    expect(outcome(v1(403, 151, 'Whoops! You already said that.'))).toMatchObject({
      kind: 'unknown',
    });
    expect(outcome(problem(403, 'This message is a duplicate.'))).toMatchObject({
      kind: 'unknown',
    });
    const both = { errors: [{ code: 150 }, { code: 151 }] };
    expect(outcome(answered(403, both))).toMatchObject({ kind: 'unknown' });
  });
});

describe('an attempt that the network did not take', () => {
  const codes: [number, number, DeliveryReason][] = [
    [401, 32, 'ACCOUNT_DISCONNECTED'],
    [401, 89, 'ACCOUNT_DISCONNECTED'],
    [401, 135, 'ACCOUNT_DISCONNECTED'],
    [400, 215, 'ACCOUNT_DISCONNECTED'],
    [404, 17, 'RECIPIENT_GONE'],
    [404, 50, 'RECIPIENT_GONE'],
    [404, 108, 'RECIPIENT_GONE'],
    [403, 63, 'RECIPIENT_GONE'],
    [403, 64, 'SENDER_RESTRICTED'],
    [429, 88, 'RATE_LIMITED'],
    [403, 93, 'APP_SCOPE_MISSING'],
    [403, 99, 'ACCOUNT_DISCONNECTED'],
    [403, 150, 'RECIPIENT_CLOSED'],
    [403, 186, 'TEXT_TOO_LONG'],
    [403, 226, 'SENDER_RESTRICTED'],
    [403, 261, 'SENDER_RESTRICTED'],
    [403, 326, 'SENDER_RESTRICTED'],
    [403, 349, 'RECIPIENT_CLOSED'],
    [403, 354, 'TEXT_TOO_LONG'],
    [403, 389, 'BLOCKED_BY_US'],
    [403, 425, 'NOT_SUMMONED'],
    [403, 433, 'NOT_SUMMONED'],
    [403, 453, 'APP_SCOPE_MISSING'],
    [403, 476, 'RECIPIENT_VERIFIED_ONLY'],
    [429, 502, 'RATE_LIMITED'],
  ];

  it.each(codes)('for %i with code %i is explained as %s', (status, code, reason) => {
    const verdict = verdictByCode.get(code);
    expect(outcome(v1(status, code))).toMatchObject({ kind: verdict?.kind, reason });
  });

  it('is tested for every code, sentence, type and status of the tables', () => {
    const tested = new Set([...codes.map(([, code]) => code), 151]);
    expect([...verdictByCode.keys()].filter((code) => !tested.has(code))).toEqual([]);
    expect(verdictByDetail).toHaveLength(sentences.length);
    expect([...verdictByType.keys()].toSorted()).toEqual(types.map(([, type]) => type).toSorted());
    expect([...verdictByStatus.keys()]).toEqual(statuses.map(([status]) => status));
  });

  const sentences: [string, DeliveryReason | undefined][] = [
    [
      'Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.',
      'NOT_SUMMONED',
    ],
    ['You attempted to reply to a Tweet that is deleted or not visible to you.', 'POST_GONE'],
    ['You already said that.', undefined],
    ['You do not have permission to DM one or more participants.', 'RECIPIENT_CLOSED'],
    ['You are sending a DM to users that do not follow you.', 'RECIPIENT_CLOSED'],
    ['This operation is not permitted.', 'SENDER_RESTRICTED'],
    ['Forbidden', 'APP_SCOPE_MISSING'],
    ['Your media IDs are invalid.', 'ATTACHMENT_REFUSED'],
    ['The text of your message is too long.', 'TEXT_TOO_LONG'],
  ];

  it.each(sentences)('for the sentence %j is explained as %s', (detail, reason) => {
    const expected = reason ? { kind: 'refused', reason } : { kind: 'unknown' };
    expect(outcome(problem(403, detail))).toMatchObject(expected);
  });

  it('goes by the sentence where one code has two meanings', () => {
    const detail = 'You are sending a Direct Message to users that do not follow you.';
    expect(outcome(v1(403, 326, detail))).toMatchObject({ reason: 'RECIPIENT_CLOSED' });
  });

  const types: [number, string, DeliveryReason, string][] = [
    [403, 'credits-depleted', 'CREDITS_DEPLETED', 'not_accepted'],
    [403, 'CreditsDepleted', 'CREDITS_DEPLETED', 'not_accepted'],
    [403, 'client-forbidden', 'APP_SCOPE_MISSING', 'refused'],
    [403, 'unsupported-authentication', 'APP_SCOPE_MISSING', 'refused'],
    [403, 'rate-limit-exceeded', 'RATE_LIMITED', 'not_accepted'],
    [403, 'usage-capped', 'RATE_LIMITED', 'not_accepted'],
    [400, 'resource-not-found', 'RECIPIENT_GONE', 'refused'],
  ];

  it.each(types)('for %i with the type %s is explained as %s', (status, type, reason, kind) => {
    for (const host of [
      'https://api.x.com/2/problems/',
      'https://api.twitter.com/2/problems/',
      '',
    ]) {
      expect(outcome(problem(status, 'see type', host + type))).toMatchObject({ kind, reason });
    }
    expect(outcome(problem(status, 'see title', 'about:blank', type))).toMatchObject({
      kind,
      reason,
    });
  });

  const statuses: [number, DeliveryReason, string][] = [
    [400, 'INVALID_MESSAGE', 'refused'],
    [401, 'ACCOUNT_DISCONNECTED', 'not_accepted'],
    [402, 'CREDITS_DEPLETED', 'not_accepted'],
    [403, 'INVALID_MESSAGE', 'refused'],
    [404, 'RECIPIENT_GONE', 'refused'],
    [405, 'INVALID_MESSAGE', 'refused'],
    [409, 'INVALID_MESSAGE', 'refused'],
    [410, 'RECIPIENT_GONE', 'refused'],
    [413, 'TEXT_TOO_LONG', 'refused'],
    [415, 'INVALID_MESSAGE', 'refused'],
    [422, 'INVALID_MESSAGE', 'refused'],
    [429, 'RATE_LIMITED', 'not_accepted'],
  ];

  it.each(statuses)('for a bare %i is explained as %s', (status, reason, kind) => {
    for (const body of ['', '<html>', '{}', '[]', 'null']) {
      expect(outcome(answered(status, body))).toMatchObject({ kind, reason });
    }
  });

  it('proves nothing by any other status', () => {
    const known = new Set(statuses.map(([status]) => status));
    for (const status of everyStatus.filter((one) => one >= 400 && one < 500 && !known.has(one))) {
      expect(outcome(answered(status, '{}')), `${status}`).toMatchObject({ kind: 'unknown' });
    }
  });

  it('says when to come back after a 429', () => {
    const headers = {
      'x-rate-limit-limit': '15',
      'x-rate-limit-remaining': '0',
      'x-rate-limit-reset': '1784929000',
    };
    expect(outcome(answered(429, '{}', headers))).toMatchObject({
      retryAt: new Date(1_784_929_000_000),
    });
    expect(outcome(answered(429, '{}', { 'retry-after': '30' }))).toMatchObject({
      retryAt: new Date(nowMs + 30_000),
    });
    expect(outcome(answered(429, '{}'))).not.toHaveProperty('retryAt');
  });

  it('keeps one line of explanation', () => {
    const long = problem(403, `You do not have permission to DM ${'x'.repeat(5_000)}`);
    expect(outcome(long)).toMatchObject({ detail: expect.stringMatching(/^403: You do not/) });
    expect(outcome(long)).toHaveProperty('detail.length', 300);
  });
});

describe('any answer at all', () => {
  it('is classified without throwing, and a retry is offered only where nothing can have arrived', () => {
    const body = fc.oneof(
      fc.json(),
      fc.string(),
      fc.json().map((text) => `{"errors":[${text}]}`),
    );
    const retryable = new Set(['ACCOUNT_DISCONNECTED', 'CREDITS_DEPLETED', 'RATE_LIMITED']);
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), body, (status, text) => {
        const result = outcome(answered(status, text));
        if (result.kind !== 'not_accepted') return;
        expect(status).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
        expect(retryable).toContain(result.reason);
      }),
      { numRuns: 500 },
    );
  });
});
