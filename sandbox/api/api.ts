import type { Note } from '../core/facts';
import type { Allowance } from '../core/limits';
import { rateHeaders } from '../core/limits';
import type { Bucket } from '../core/network-settings';
import type { Sandbox } from '../core/sandbox';
import type { Answer } from '../http/answer';
import {
  creditsDepleted,
  forbidden,
  notFound,
  numbered,
  tooManyRequests,
  unsupportedAuthentication,
} from '../http/answer';
import type { Asked } from '../http/request';
import type { Match } from '../http/route';
import { router } from '../http/route';
import type { Caller } from '../oauth/caller';
import { callerFinder } from '../oauth/caller';
import type { Push } from '../push/push';
import { accountActivityRoutes } from './account-activity';
import { dmRoutes } from './dm';
import { dmLookupRoutes } from './dm-lookup';
import { doorRoutes } from './door';
import type { Call, Endpoint } from './endpoint';
import { Refused } from './endpoint';
import { mediaRoutes } from './media';
import { postRoutes } from './posts';
import { subscriptionRoutes } from './subscriptions';
import { timelineRoutes } from './timeline';
import { userRoutes } from './users';
import { webhookRoutes } from './webhooks';

/** The API of the network: who asks, what is left of their budget, then the endpoint. */
export function networkApi(sandbox: Sandbox, push: Push) {
  const find = callerFinder(sandbox);
  const match = router<Endpoint>([
    ...dmRoutes,
    ...dmLookupRoutes,
    ...userRoutes,
    ...postRoutes,
    ...timelineRoutes,
    ...mediaRoutes(),
    ...webhookRoutes,
    ...subscriptionRoutes,
    ...accountActivityRoutes,
    ...doorRoutes,
  ]);

  return async (asked: Asked): Promise<Answer> => {
    const matched = match(asked.method, asked.url.pathname);
    if (!matched) return notFound('path', 'path', asked.url.pathname);
    if (matched === 'not_allowed') return numbered(405, 86, 'This method requires another verb.');
    const identified = find(asked);
    const caller = 'caller' in identified ? identified.caller : undefined;
    const answer =
      'refusal' in identified
        ? identified.refusal
        : await answerTo(identified.caller, matched, asked);
    sandbox.record(note(matched, asked, caller, answer));
    return answer;
  };

  async function answerTo(caller: Caller, matched: Match<Endpoint>, asked: Asked): Promise<Answer> {
    const refusal = contextRefusal(caller, matched.target);
    if (refusal) return refusal;
    const bucket = bucketOf(matched.target, caller);
    const who = caller.kind === 'user' && !bucket.startsWith('app.') ? caller.accountId : 'app';
    const isCharged = sandbox.world.faults.creditsGone;
    const allowance = sandbox.limits.take(bucket, who, isCharged ? 0 : 1);
    if (isCharged) return withRates(creditsDepleted(), allowance);
    if (!allowance.allowed) return withRates(tooManyRequests(), allowance);
    return withRates(await run(caller, matched, asked), allowance);
  }

  async function run(
    caller: Caller,
    { target, params }: Match<Endpoint>,
    asked: Asked,
  ): Promise<Answer> {
    const accountId = caller.kind === 'user' ? caller.accountId : null;
    const via = caller.kind === 'user' ? caller.via : 'app';
    const query = asked.url.searchParams;
    const call: Call = { sandbox, replay: push.replay, asked, params, query, accountId, via };
    return runEndpoint(target, call).catch((error: unknown) => {
      if (error instanceof Refused) return error.answer;
      throw error;
    });
  }
}

async function runEndpoint(endpoint: Endpoint, call: Call): Promise<Answer> {
  if (endpoint.for !== 'account') return endpoint.run(call);
  const { accountId } = call;
  if (accountId === null) return userNeeded;
  return endpoint.run({ ...call, accountId });
}

const userNeeded = unsupportedAuthentication(
  'Authenticating with an app token is not allowed here.',
);

function contextRefusal(caller: Caller, endpoint: Endpoint): Answer | undefined {
  if (caller.kind === 'app') {
    return endpoint.for === 'account' ? userNeeded : undefined;
  }
  if (endpoint.for === 'app') {
    const allowed = caller.via === 'oauth1' && endpoint.oauth1;
    return allowed
      ? undefined
      : unsupportedAuthentication('Authenticating with a user token is not allowed here.');
  }
  const { scopes } = caller;
  const missing = scopes !== 'all' && endpoint.scopes.some((scope) => !scopes.includes(scope));
  return missing ? forbidden('Forbidden') : undefined;
}

function bucketOf(endpoint: Endpoint, caller: Caller): Bucket {
  return endpoint.for === 'both' && caller.kind === 'app' ? endpoint.appBucket : endpoint.bucket;
}

function withRates(answer: Answer, allowance: Allowance): Answer {
  if ('sever' in answer) return answer;
  return { ...answer, headers: { ...rateHeaders(allowance), ...answer.headers } };
}

function note(
  { path, target }: Match<Endpoint>,
  asked: Asked,
  caller: Caller | undefined,
  answer: Answer,
): Note {
  return {
    kind: 'call.answered',
    area: target.area,
    method: asked.method,
    path,
    accountId: caller?.kind === 'user' ? caller.accountId : null,
    status: 'sever' in answer ? null : answer.status,
  };
}
