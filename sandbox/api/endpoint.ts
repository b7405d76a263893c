import type { Bucket } from '../core/network-settings';
import type { Sandbox } from '../core/sandbox';
import type { Answer } from '../http/answer';
import type { Asked } from '../http/request';

/** One call of the API, after authentication, budget and faults of the whole network. */
export type Call = {
  sandbox: Sandbox;
  /** Delivers past events of a webhook again. Answers how many deliveries there were. */
  replay: (webhookId: string, fromIso: string, toIso: string) => number;
  asked: Asked;
  params: Record<string, string>;
  query: URLSearchParams;
  /** The account on whose behalf the app calls; null for the app itself. */
  accountId: string | null;
  via: 'oauth2' | 'oauth1' | 'app';
};

/** A call on behalf of an account. */
export type AccountCall = Call & { accountId: string };

type Common = { scopes: readonly string[]; area: string };

export type Endpoint = Common &
  (
    | { for: 'account'; bucket: Bucket; run: (call: AccountCall) => Answer | Promise<Answer> }
    | {
        for: 'app';
        bucket: Bucket;
        oauth1?: boolean;
        run: (call: Call) => Answer | Promise<Answer>;
      }
    | {
        for: 'both';
        bucket: Bucket;
        appBucket: Bucket;
        run: (call: Call) => Answer | Promise<Answer>;
      }
  );

/** Thrown by the readers of parameters; the server answers with it. */
export class Refused extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super('refused');
    this.answer = answer;
  }
}
