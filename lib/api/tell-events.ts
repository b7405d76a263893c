import 'server-only';
import type { Recorded } from '../commands/contact/record-events';
import { recordContactEvents } from '../commands/contact/record-events';
import type { Spent } from '../commands/key/spend';
import { spendKey } from '../commands/key/spend';
import { readIdentity } from '../domain/contact/identity';
import { eventBudget, outsideLimits, secondsUntil } from '../domain/contact/outside-event';
import { Refusal } from '../domain/refusal';
import { log } from '../log';
import { readRawBody } from '../raw-body';
import { readEvents } from './event-input';
import { keyIn } from './key';
import type { KeyHolder } from './key-holder';
import { keyHolder } from './key-holder';
import type { Problem } from './problem';
import { answerWith, problemAnswer } from './problem';
import { problems } from './problems';

/** Another system tells what a contact did: asks for its key, reads what it says, and answers once it is committed. */
export async function tellEvents(request: Request, identity: string): Promise<Response> {
  try {
    return await told(request, identity);
  } catch (error) {
    if (error instanceof Told) return problemAnswer(error.problem, error.headers);
    log.error({ err: error }, 'an event could not be recorded');
    return problemAnswer(problems.unavailable, { 'retry-after': '5' });
  }
}

/** A "no" on its way to the answer. */
class Told extends Error {
  readonly problem: Problem;
  readonly headers: Record<string, string>;

  constructor(problem: Problem, headers: Record<string, string> = {}) {
    super(problem.code);
    this.problem = problem;
    this.headers = headers;
  }
}

async function told(request: Request, identity: string): Promise<Response> {
  const holder = await holderOf(request.headers);
  const body = await jsonOf(request);
  const headers = await withinBudget(holder, Array.isArray(body) ? body.length : 1);
  const contact = readIdentity(identity);
  if (contact === null) throw new Told(problems.badIdentity, headers);
  const read = readEvents(body, Date.now());
  if ('faults' in read) throw new Told({ ...problems.invalid, errors: read.faults }, headers);
  const { events } = read;
  const { added, ...recorded } = await recordedFor({ ...holder, contact, events }, headers);
  return answerWith(added > 0 ? 201 : 200, recorded, headers);
}

/** Whose key it is. A cookie is no key, and whoever sends one is a browser that was sent here by somebody else. */
async function holderOf(headers: Headers): Promise<KeyHolder> {
  if (headers.has('cookie')) throw new Told(problems.cookie);
  const unknown = new Told(problems.noKey, { 'www-authenticate': 'Bearer realm="Porchlight"' });
  const secret = keyIn(headers.get('authorization'));
  if (secret === undefined) throw unknown;
  const holder = await keyHolder(secret);
  if (!holder) throw unknown;
  return holder;
}

async function jsonOf(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  const encoding = request.headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (type !== 'application/json' || encoding !== 'identity') throw new Told(problems.notJson);
  const body = await readRawBody(request, outsideLimits.bodyBytes);
  if (body === 'too_large') throw new Told(problems.tooLarge);
  if (body === 'broken') throw new Told(problems.unreadable);
  const said = parsed(body);
  if (said === undefined) throw new Told(problems.unreadable);
  return said;
}

/** Undefined for what is no JSON in UTF-8. */
function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

/** What every answer says of the key's budget, as the IETF's draft on RateLimit headers writes it. */
async function withinBudget(holder: KeyHolder, events: number): Promise<Record<string, string>> {
  const wanted = Math.min(Math.max(events, 1), outsideLimits.eventsAtOnce);
  const spent = await spendKey(holder, wanted);
  if (!spent) throw new Told(problems.noKey);
  const headers = budgetHeaders(spent, wanted);
  if (!spent.allowed) {
    const wait = String(secondsUntil(wanted, spent.left));
    throw new Told(problems.tooMany, { ...headers, 'retry-after': wait });
  }
  return headers;
}

function budgetHeaders({ left }: Spent, wanted: number): Record<string, string> {
  const { most, perSecond } = eventBudget;
  const reset = secondsUntil(Math.max(wanted, Math.floor(left) + 1), left);
  return {
    'ratelimit-policy': `"events";q=${most};w=${most / perSecond}`,
    ratelimit: `"events";r=${Math.max(0, Math.floor(left))};t=${reset}`,
  };
}

async function recordedFor(
  telling: Parameters<typeof recordContactEvents>[0],
  headers: Record<string, string>,
): Promise<Recorded> {
  const outcome = await recordContactEvents(telling).catch((error: unknown) => {
    if (error instanceof Refusal) return error;
    throw error;
  });
  if (outcome instanceof Refusal) throw new Told(refusedAs(outcome), headers);
  return outcome;
}

function refusedAs({ code, details }: Refusal): Problem {
  if (code === 'not_found') return problems.unknownContact;
  const index = details?.['index'];
  if (typeof index !== 'number') return problems.ambiguous;
  const detail = 'This id was told before, with another content or of another contact.';
  return { ...problems.changed, errors: [{ at: `/${index}/id`, detail }] };
}
